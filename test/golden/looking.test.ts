import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliRun } from '../cli/run-cli.ts'
import { PACKAGES, PASSPHRASE_FILE, TEAM_KEY } from './places.ts'
import { type Agreement, expectRun } from './recorded.ts'
import { openStudy, PATIENCE, type Study } from './study.ts'

const BOOK = 'book.sqlite'
const WORKSHOP = '01a22462-ede9-7752-8474-500551eb0454'
const JUDGED = ['--rule', 'iqr', '--quantile', 'R-6']

/** The questions, by the name of its record. Each is asked once for people and once for programs. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  info: ['info', BOOK],
  results: ['results', BOOK],
  'results-judged-otherwise': ['results', BOOK, ...JUDGED],
  'results-by-own-rule': ['results', BOOK, '--rule', 'ours', '--workshop', WORKSHOP],
  'results-with-conflicts': ['results', BOOK, '--conflicts', 'provisional', '--wording', 'title'],
  'results-of-round-2': ['results', BOOK, '--round', '2'],
  'results-by-unknown-rule': ['results', BOOK, '--rule', 'theirs'],
  conflicts: ['conflicts', BOOK],
  verify: ['verify', BOOK],
  'team-key': ['team-key', BOOK],
  'load-preview': ['load', BOOK, 'draft.csv', '--dry-run'],
  'load-undecided': ['load', BOOK, 'draft.csv'],
  'withdraw-unasked': ['withdraw', BOOK, 'P08'],
  'withdraw-unclear': ['withdraw', BOOK, 'P01'],
  'no-workbook': ['info', 'problems.csv'],
  'no-file': ['info', 'nowhere.sqlite'],
  'export-unknown-ending': ['export', BOOK, 'out.odt'],
  'export-pdf': ['export', BOOK, 'out.pdf'],
}

/** The questions about files that may one day be told of in more fields. */
const QUESTIONS_ABOUT_FILES: Readonly<Record<string, readonly string[]>> = {
  'check-draft': ['check', 'draft.csv'],
  'check-problems': ['check', 'problems.csv'],
  'check-header-row': ['check', 'problems.csv', '--header-row', '4'],
  'check-ratings': ['check', 'keyed-in.csv'],
  'check-spreadsheet': ['check', 'template.xlsx'],
  'check-no-such-sheet': ['check', 'template.xlsx', '--sheet', 'Nowhere'],
  'check-no-file': ['check', 'nowhere.csv'],
  'check-package': ['check', PACKAGES.north],
  'rate-faulty': ['rate', BOOK, 'faulty-ratings.csv', '--workshop', WORKSHOP],
  'rate-framework': ['rate', BOOK, 'draft.csv', '--workshop', WORKSHOP],
  'create-with-errors': ['create', 'never.sqlite', '--framework', 'problems.csv'],
}

const OPENED = ['--key', TEAM_KEY, '--passphrase-file', PASSPHRASE_FILE]
const { north, later, forTeam, forPhrase, otherStudy } = PACKAGES

/** The questions of what would be brought in. */
const PREVIEWS: Readonly<Record<string, readonly string[]>> = {
  'preview-new': [later],
  'preview-another-study': [otherStudy],
}

/** The same, for programs only: a reader takes its time. */
const MORE_PREVIEWS: Readonly<Record<string, readonly string[]>> = {
  'preview-known': [north],
  'preview-opened': [forTeam, forPhrase, ...OPENED],
  'preview-locked': [forTeam, forPhrase],
  'preview-another-study-taken': [otherStudy, '--another-study'],
  'preview-no-package': ['draft.csv'],
  'preview-no-file': ['nowhere.workbook'],
}

interface Asked {
  readonly name: string
  readonly args: readonly string[]
  readonly agreement: Agreement
}

/** Each question twice: for people, and for programs. */
function bothWays(
  questions: Readonly<Record<string, readonly string[]>>,
  agreement: Agreement,
  begin: readonly string[] = [],
): readonly Asked[] {
  return Object.entries(questions).flatMap(([name, rest]) => {
    const args = [...begin, ...rest]
    const text = agreement === 'with more fields' ? 'exactly' : agreement
    return [
      { name, args, agreement: text },
      { name: `${name}-json`, args: [...args, '--json'], agreement },
    ]
  })
}

const ASKED = [
  ...bothWays(QUESTIONS, 'exactly'),
  ...bothWays(QUESTIONS_ABOUT_FILES, 'with more fields'),
  ...bothWays(PREVIEWS, 'but for known faults', ['merge', BOOK, '--preview']),
  ...bothWays(MORE_PREVIEWS, 'but for known faults', ['merge', BOOK, '--preview']).filter(
    ({ name }) => name.endsWith('-json'),
  ),
]

describe('what the program says of the workbook of the version before', PATIENCE, () => {
  let study: Study
  let runs: ReadonlyMap<string, CliRun>

  beforeAll(async () => {
    study = await openStudy()
    study.copy(BOOK)
    const commands = [['template', 'template.xlsx'], ...ASKED.map(({ args }) => args)]
    const [, ...said] = await study.run(commands)
    runs = new Map(said.map((run, place) => [ASKED[place]?.name ?? '', run]))
  }, PATIENCE.timeout)
  afterAll(() => study[Symbol.dispose]())

  it.each(ASKED)('is what it said before: $name', ({ name, agreement }) => {
    const run = runs.get(name)
    if (!run) throw new Error(`${name} was not asked.`)
    expectRun(name, run, agreement)
  })

  it('is the same from a process of its own as from one for many commands', async () => {
    expectRun('info-json', await study.runAlone(['info', BOOK, '--json']), 'exactly')
    const checked = await study.runAlone(['check', 'problems.csv', '--json'])
    expectRun('check-problems-json', checked, 'with more fields')
  })

  it('leaves the workbook as it was', async () => {
    const [info] = await study.run([['info', BOOK, '--json']])
    expect(info).toEqual(runs.get('info-json'))
  })
})
