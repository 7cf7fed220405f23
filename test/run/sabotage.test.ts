import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import { COUNTS_VARIABLE, isLongRun } from '../helpers/counts.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'
import { tallyVitest } from './tally.ts'

/** A change to the sources that breaks a promise, and tests that must find it. */
interface Sabotage {
  readonly name: string
  readonly file: string
  readonly changes: readonly { readonly from: string; readonly to: string }[]
  readonly tests: readonly string[]
}

const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'a save is not flushed to the disk',
    file: 'engine/store/connection/database.ts',
    changes: [
      { from: `'synchronous = FULL'`, to: `'synchronous = NORMAL'` },
      { from: 'synchronous !== 2', to: 'synchronous > 2' },
    ],
    tests: ['test/durability/power-cut.test.ts'],
  },
  {
    name: 'a save is acknowledged before its commit',
    file: 'engine/ratings/record.ts',
    changes: [
      {
        from: `return workbook.store.transaction(() => recordBoth(workbook, said, 'screen'))`,
        to: `const record = () => recordBoth(workbook, said, 'screen')
          setTimeout(() => workbook.store.transaction(record), 20)
          return workbook.store.rehearse(record)`,
      },
    ],
    tests: ['test/durability/kill.test.ts'],
  },
  {
    name: 'a package counts anew each time that it is merged',
    file: 'engine/store/packages/import-records.ts',
    changes: [{ from: ') DO NOTHING`\n})', to: ') DO UPDATE SET package = excluded.package`\n})' }],
    tests: ['test/engine/packages/merge/merge.test.ts'],
  },
  {
    name: 'any page may send requests',
    file: 'server/own-address.ts',
    changes: [
      { from: `if (!hosts.includes(headers.host ?? '')) {`, to: 'if (hosts.length === 0) {' },
    ],
    tests: ['test/server'],
  },
  {
    name: 'text is written that a spreadsheet takes for a formula',
    file: 'engine/files/write/csv.ts',
    changes: [{ from: `typeof value === 'string' ? neutralise(value) : value`, to: 'value' }],
    tests: ['test/engine/files/write/csv.test.ts'],
  },
]

/** The sources of the project in a folder of its own, with what they depend on. */
function copyOfProject(): string {
  const copy = ownFolder()
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: projectPath(''),
    encoding: 'utf8',
  })
  for (const file of listed.trim().split('\n')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(projectPath(file), join(copy, file))
  }
  symlinkSync(projectPath('node_modules'), join(copy, 'node_modules'))
  return copy
}

function sabotage(project: string, { file, changes }: Sabotage): void {
  const path = join(project, file)
  let source = readFileSync(path, 'utf8')
  for (const { from, to } of changes) {
    expect(source.split(from), `${file} has it once: ${from}`).toHaveLength(2)
    source = source.replace(from, () => to)
  }
  writeFileSync(path, source)
}

describe.runIf(isLongRun)('the tests', () => {
  it.each(SABOTAGES)(
    'find that $name',
    one => {
      const project = copyOfProject()
      sabotage(project, one)
      const results = join(project, 'results.json')
      const vitest = join(project, 'node_modules/vitest/vitest.mjs')
      const args = ['run', ...one.tests, '--reporter=json', `--outputFile=${results}`]
      const { [COUNTS_VARIABLE]: _, ...env } = process.env
      spawnSync(process.execPath, [vitest, ...args], { cwd: project, env })
      const { failed, faults } = tallyVitest(results)
      process.stdout.write(`${one.name}: ${faults.join('; ').slice(0, 300)}\n`)
      expect(failed).toBeGreaterThan(0)
      // A test found it, and not that nothing could be run.
      expect(faults.join()).toMatch(/AssertionError|Property failed/)
    },
    600_000,
  )
})
