import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from '../../build/build.ts'
import { writeIcons } from '../../build/icons/icons.ts'
import { projectPath } from '../../build/project.ts'
import { packageFor } from '../build/package-for.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { asWindowsPath } from '../helpers/windows-path.ts'
import { addTallies, type Tally, tallyLines, tallyPlaywright, tallyVitest } from './tally.ts'

/**
 * The tests that are run on Windows' own Node under Wine, where the system differs from ours: files that others
 * hold, names, the store and its steps, whole files, merging, the server, and the command line from end to end.
 */
const CHOSEN = [
  'test/windows',
  'test/engine/disk',
  'test/engine/store',
  'test/migrations',
  'test/durability',
  'test/engine/workbooks',
  'test/engine/files/write',
  'test/engine/keys',
  'test/engine/withdrawal/withdraw.test.ts',
  'test/engine/packages/merge',
  'test/server',
  'test/journeys/command-line.test.ts',
]

/** The tests in a browser whose server is run on Windows' own Node, the browser being Linux's. */
const CHOSEN_IN_BROWSER = ['journey.spec.ts', 'killed-program.spec.ts', 'library.spec.ts'].map(
  name => `test/e2e/${name}`,
)

const [runOnWine] = process.argv.slice(2)
if (!runOnWine) throw new Error('Name the program that runs Windows’ Node.')
using results = tempFolder()
const tally = addTallies([await runVitest(runOnWine), await runPlaywright(runOnWine)])
console.log(tallyLines(tally))
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

async function runVitest(onWine: string): Promise<Tally> {
  const file = results.file('vitest.json')
  await buildIfStale(['renderer', 'desktop'])
  writeIcons(projectPath('dist/icons'))
  const packed = packageFor('win32', 'x64', results.path)
  // Node reads no archive; in the program Electron does.
  const archive = join(packed, 'resources/app.asar')
  execFileSync(projectPath('node_modules/.bin/asar'), ['extract', archive, `${archive}.extracted`])
  await run(
    onWine,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', ...CHOSEN],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${asWindowsPath(file)}`],
    ],
    { WORKBOOK_WINDOWS_PACKAGE: asWindowsPath(packed) },
  )
  return tallyVitest(file)
}

async function runPlaywright(onWine: string): Promise<Tally> {
  const file = results.file('playwright.json')
  await buildIfStale(['renderer', 'node'])
  await run(
    process.execPath,
    [
      ...['node_modules/@playwright/test/cli.js', 'test', ...CHOSEN_IN_BROWSER],
      ...['--config=test/e2e/playwright.config.ts', '--reporter=line,json'],
      '--grep-invert=@long',
    ],
    { WORKBOOK_WINDOWS_NODE: onWine, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  )
  return tallyPlaywright(file)
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectPath(''),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
