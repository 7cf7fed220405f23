import { spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { buildIfStale } from '../build/build.ts'
import { projectPath } from '../build/project.ts'
import { READER_OPTIONS } from '../engine/files/reader-process.ts'
import { COUNTS_VARIABLE } from './helpers/counts.ts'
import { tempFolder } from './helpers/temp-folder.ts'
import { placeInMemory } from './run/in-memory.ts'
import { slowestLines } from './run/slowest.ts'
import { addTallies, type Tally, tallyLines, tallyPlaywright, tallyVitest } from './run/tally.ts'

/**
 * Every kind of test at its usual count; or with `--long` those that have a full count, and those that say
 * again in further sizes and appearances what the others say.
 */
const isLong = process.argv.includes('--long')

// The results are read from each runner's own file: what it prints is for people.
using results = tempFolder()

// What tests write, with room for other people of this machine in it, as some tests are about them.
const memory = placeInMemory()
using written = tempFolder(memory ?? undefined)
chmodSync(written.path, 0o1777)
const TEMPORARY = memory === null ? {} : { TMPDIR: written.path }
process.once('SIGINT', () => {
  written[Symbol.dispose]()
  process.exit(130)
})

/**
 * Usual tests wait for processes and pages a third of their time, so three at a time fill two processors; those of
 * full counts fill them by themselves.
 */
const AT_A_TIME = isLong ? 2 : 3

/** The compiled sources, kept for the hundreds of processes that tests start from them. */
const COMPILED = { NODE_COMPILE_CACHE: results.file('compiled') }

await buildIfStale(['renderer', 'node', 'desktop'])
await runNode([...READER_OPTIONS, 'test/run/warm-up.ts'], COMPILED)
const tallies = [await runVitest(), await runPlaywright()]
const total = addTallies(tallies)
console.log(slowestLines(total.times))
console.log(tallyLines(total))
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

async function runVitest(): Promise<Tally> {
  const file = results.file('vitest.json')
  // Tests have a full count where they take it from here.
  const which = isLong ? ['related', 'test/helpers/counts.ts', '--run'] : ['run']
  const code = await runNode(
    ['node_modules/vitest/vitest.mjs', ...which].concat(
      `--maxWorkers=${AT_A_TIME}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ),
    { ...TEMPORARY, ...COMPILED, [COUNTS_VARIABLE]: isLong ? 'long' : 'usual' },
  )
  return withExitCode(tallyVitest(file), code)
}

async function runPlaywright(): Promise<Tally> {
  const file = results.file('playwright.json')
  const code = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test'].concat(
      '--config=test/e2e/playwright.config.ts',
      `--workers=${AT_A_TIME}`,
      '--reporter=line,json',
      isLong ? '--grep=@long' : '--grep-invert=@long',
    ),
    { ...TEMPORARY, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  )
  return withExitCode(tallyPlaywright(file), code)
}

// A runner can fail with every test passed, as when a test leaves a rejected promise behind.
function withExitCode(tally: Tally, code: number): Tally {
  if (code === 0 || tally.failed > 0) return tally
  return {
    ...tally,
    failed: 1,
    faults: [`a runner ended with code ${code}, though every test passed`],
  }
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectPath(''),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}
