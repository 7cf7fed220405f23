import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { slowestLines } from './slowest.ts'
import { addTallies, tallyLines, tallyPlaywright, tallyVitest } from './tally.ts'

/** A file of tests that go every way, as both runners understand it. */
const EVERY_WAY = `
  test('passes', () => {})
  test('passes too', () => {})
  test('fails', () => { throw new Error('on purpose') })
  test.skip('is skipped', () => {})
`
const CANNOT_LOAD = `throw new Error('on purpose')`

const folder = tempFolder()
afterAll(() => folder[Symbol.dispose]())

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  // Without the marks of the Vitest that runs this very test.
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...rest } = process.env
  spawnSync(process.execPath, args, { cwd: folder.path, env: { ...rest, ...env } })
}

describe('a tally of Vitest', () => {
  it('counts each test that passed, failed or was skipped, and a file that cannot load', () => {
    writeFileSync(folder.file('every-way.test.js'), EVERY_WAY)
    writeFileSync(folder.file('cannot-load.test.js'), CANNOT_LOAD)
    writeFileSync(folder.file('vitest.config.js'), 'export default { test: { globals: true } }')
    const file = folder.file('vitest.json')
    runNode([
      projectPath('node_modules/vitest/vitest.mjs'),
      'run',
      `--root=${folder.path}`,
      '--reporter=json',
      `--outputFile=${file}`,
    ])
    const tally = tallyVitest(file)
    expect(tally).toMatchObject({ passed: 2, failed: 2, skipped: 1 })
    expect(tally.times.map(({ file }) => basename(file)).toSorted()).toEqual([
      'cannot-load.test.js',
      'every-way.test.js',
    ])
    expect(tally.faults).toEqual([
      expect.stringMatching(/cannot-load\.test\.js: cannot be loaded: .*on purpose/),
      expect.stringMatching(/every-way\.test\.js: fails: .*on purpose/),
    ])
  })
})

describe('a tally of Playwright', () => {
  const playwright = pathToFileURL(projectPath('node_modules/@playwright/test/index.mjs')).href
  const header = `import { test } from '${playwright}'\n`

  function runPlaywright(file: string, args: readonly string[] = []): void {
    const cli = projectPath('node_modules/@playwright/test/cli.js')
    runNode([cli, 'test', '--reporter=json', ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  }

  it('counts each test that passed, failed or was skipped', () => {
    writeFileSync(folder.file('package.json'), '{ "type": "module" }')
    writeFileSync(folder.file('every-way.spec.ts'), header + EVERY_WAY)
    writeFileSync(
      folder.file('playwright.config.ts'),
      `export default { testDir: '.', testMatch: '*.spec.ts', workers: 1 }`,
    )
    const file = folder.file('playwright.json')
    runPlaywright(file)
    const tally = tallyPlaywright(file)
    expect(tally).toMatchObject({ passed: 2, failed: 1, skipped: 1 })
    const [time] = tally.times
    expect(time?.file).toMatch(/every-way\.spec\.ts$/)
    expect(time?.seconds).toBeGreaterThan(0)
    expect(tally.faults).toEqual([
      expect.stringMatching(/every-way\.spec\.ts: fails: .*on purpose/),
    ])
  })

  it('counts a test that passes at its second try as passed, and names it with why it failed', () => {
    writeFileSync(
      folder.file('unsteady.spec.ts'),
      `${header}test('wavers', ({}, { retry }) => { if (retry === 0) throw new Error('once') })`,
    )
    const file = folder.file('playwright-unsteady.json')
    runPlaywright(file, ['unsteady', '--retries=1'])
    const tally = tallyPlaywright(file)
    expect(tally).toMatchObject({ passed: 1, failed: 0, faults: [] })
    expect(tally.unsteady).toEqual([expect.stringMatching(/unsteady\.spec\.ts: wavers: .*once/)])
  })

  it('counts a file that cannot load as a failure', () => {
    writeFileSync(folder.file('cannot-load.spec.ts'), header + CANNOT_LOAD)
    const file = folder.file('playwright-broken.json')
    runPlaywright(file)
    expect(tallyPlaywright(file).failed).toBeGreaterThan(0)
  })
})

describe('a tally', () => {
  it('counts a runner that left no result, or half of one, as a failure', () => {
    const half = folder.file('half.json')
    writeFileSync(half, '{"stats":')
    for (const file of [half, folder.file('nowhere.json')]) {
      expect(tallyVitest(file)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
      expect(tallyPlaywright(file)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
    }
  })

  it('adds up, and says skipped tests only where there are any', () => {
    const some = { passed: 3, failed: 1, skipped: 0, faults: [], unsteady: [], times: [] }
    const skipped = { passed: 0, failed: 0, skipped: 2, faults: [], unsteady: [], times: [] }
    expect(tallyLines(addTallies([some, some]))).toBe('6 passed, 2 failed')
    expect(tallyLines(addTallies([some, skipped]))).toBe('3 passed, 1 failed, 2 skipped')
    expect(tallyLines(addTallies([]))).toBe('0 passed, 0 failed')
  })

  it('lists the ten slowest files, the slowest first', () => {
    const times = Array.from({ length: 12 }, (_, n) => ({ file: `${n}.test.ts`, seconds: n / 2 }))
    const lines = slowestLines(times).split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[1]).toBe('     5.5  11.test.ts')
    expect(lines.at(-1)).toBe('     1.0  2.test.ts')
  })

  it('names all that wavered and all that failed just above the sum', () => {
    const one = {
      passed: 2,
      failed: 1,
      skipped: 0,
      faults: ['a.test.ts: adds: not 2'],
      unsteady: ['b.spec.ts: opens: late'],
      times: [],
    }
    expect(tallyLines(one)).toBe(
      '  unsteady: b.spec.ts: opens: late\n  failed: a.test.ts: adds: not 2\n2 passed, 1 failed',
    )
  })
})
