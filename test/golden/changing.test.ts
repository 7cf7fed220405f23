import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliRun } from '../cli/run-cli.ts'
import { expectSameText } from './hashes.ts'
import { PACKAGES, PASSPHRASE_FILE, TEAM_KEY } from './places.ts'
import { type Agreement, expectRecorded, expectRun } from './recorded.ts'
import { openStudy, PATIENCE, type Study } from './study.ts'
import { inShort, rowsOf } from './table-dump.ts'

const ON_PAPER = '01a22462-f093-7227-a6a4-c70191ea4083'
const GROUPS = ['--groups', 'ADCS;Ofsted']
const { later, forTeam, forPhrase, setUp, otherStudy } = PACKAGES
const PHRASE = ['--passphrase-file', PASSPHRASE_FILE]

interface Step {
  readonly args: readonly string[]
  readonly agreement?: Agreement
}

const step = (...args: string[]): Step => ({ args })
const merge = (...args: string[]): Step => ({
  args: ['merge', ...args],
  agreement: 'but for known faults',
})
const withMore = (...args: string[]): Step => ({ args, agreement: 'with more fields' })

/** The changes, by the name of its record: to `merged` one step after the other, to the others once. */
const STEPS: Readonly<Record<string, Step>> = {
  'rate-text': step('rate', 'rated.sqlite', 'more-ratings.csv', '--workshop', ON_PAPER),
  rate: step('rate', 'merged.sqlite', 'more-ratings.csv', '--workshop', ON_PAPER, '--json'),
  'rate-again': step('rate', 'merged.sqlite', 'more-ratings.csv', '--workshop', ON_PAPER, '--json'),
  'merge-text': merge('rated.sqlite', later),
  merge: merge('merged.sqlite', later, '--json'),
  'merge-again': merge('merged.sqlite', later, PACKAGES.north, '--json'),
  'merge-for-team': merge('merged.sqlite', forTeam, '--key', TEAM_KEY, '--json'),
  'merge-for-passphrase': merge('merged.sqlite', forPhrase, ...PHRASE, '--json'),
  'merge-wrong-key': merge('merged.sqlite', forTeam, ...PHRASE, '--json'),
  'merge-another-study': merge('merged.sqlite', otherStudy, '--json'),
  'merged-info': step('info', 'merged.sqlite', '--json'),
  'merged-results': step('results', 'merged.sqlite', '--conflicts', 'provisional', '--json'),
  'merged-verify': step('verify', 'merged.sqlite', '--json'),
  'merged-conflicts': step('conflicts', 'merged.sqlite'),
  'settle-same': step('conflicts', 'merged.sqlite', '--settle', 'same answer', '--json'),
  'settle-paper': step('conflicts', 'merged.sqlite', '--settle', 'paper', '--json'),
  'settle-later': step('conflicts', 'merged.sqlite', '--settle', 'later', '--json'),
  'merged-export': step('export', 'merged.sqlite', 'merged.csv', '--json'),
  'calm-settle': step('conflicts', 'calm.sqlite', '--settle', 'later'),
  'calm-rate': step('rate', 'calm.sqlite', 'more-ratings.csv', '--workshop', ON_PAPER),
  'calm-merge': merge('calm.sqlite', later, '--json'),
  'calm-conflicts': step('conflicts', 'calm.sqlite', '--json'),
  'new-merge': merge('new.sqlite', later, '--json'),
  'new-merge-for-team': merge('new.sqlite', forTeam, '--key', TEAM_KEY, '--json'),
  'new-info': step('info', 'new.sqlite', '--json'),
  'new-results': step('results', 'new.sqlite'),
  'create-from-set-up': withMore('create', 'set-up.sqlite', '--from', setUp, '--json'),
  create: withMore('create', 'small.sqlite', '--framework', 'small.csv', '--scale', '9', '--json'),
  'create-again': step('create', 'small.sqlite', '--framework', 'small.csv'),
  workshop: step(
    ...['workshop', 'small.sqlite', '--title', 'Directors', '--date', '2026-03-09'],
    ...['--venue', 'Town hall', ...GROUPS, '--json'],
  ),
  load: step('load', 'loaded.sqlite', 'draft.csv', '--same', 'CTX-11=CTX-99', '--json'),
  'load-again': step('load', 'loaded.sqlite', 'draft.csv', '--json'),
  'loaded-info': step('info', 'loaded.sqlite', '--json'),
  withdraw: step(
    'withdraw',
    'rated.sqlite',
    'P08',
    '--yes',
    '--confirmation',
    'gone.txt',
    '--json',
  ),
  'withdraw-text': step('withdraw', 'loaded.sqlite', 'P07', '--yes'),
  'team-key-set': step('team-key', 'loaded.sqlite', '--set', 'age1nonsense'),
  example: step('example', 'try.sqlite', '--workshops', '1', '--participants', '1', '--json'),
}

describe(
  'what the program does with the workbook and packages of the version before',
  PATIENCE,
  () => {
    let study: Study
    let runs: ReadonlyMap<string, CliRun>

    beforeAll(async () => {
      study = await openStudy()
      for (const name of ['merged', 'rated', 'loaded', 'calm']) study.copy(`${name}.sqlite`)
      const said = await study.run(Object.values(STEPS).map(({ args }) => args))
      const names = Object.keys(STEPS)
      runs = new Map(said.map((run, place) => [names[place] ?? '', run]))
    }, PATIENCE.timeout)
    afterAll(() => study[Symbol.dispose]())

    it.each(Object.entries(STEPS))('is told as before: %s', (name, { agreement = 'exactly' }) => {
      const run = runs.get(name)
      if (!run) throw new Error(`${name} was not done.`)
      expectRun(name, run, agreement)
    })

    it('brings the same ratings together, as what is exported of them says', () => {
      const ratings = readFileSync(study.folder.file('merged.csv'), 'utf8')
      expectSameText('merged.csv', study.steady(ratings))
    })

    it.each(['merged', 'new', 'small', 'try'])(
      'stores the rows that it stored before: %s',
      name => {
        const rows = study.steady(rowsOf(study.folder.file(`${name}.sqlite`)))
        expect(rows).toContain('== rating\n')
        expectRecorded(`rows-${name}`, rows.length > 20_000 ? inShort(rows) : rows)
      },
    )

    it('writes the confirmation of a withdrawal that it wrote before', () => {
      const page = readFileSync(study.folder.file('gone.txt'), 'utf8')
      expectRecorded('confirmation', study.steady(page))
    })
  },
)
