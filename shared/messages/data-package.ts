import type { Release } from '../model/exports.ts'
import { HISTORY_TITLE } from './diary.ts'
import { formatCount, formatShare } from './figures.ts'
import { RELEASE_WORDS } from './releases.ts'
import { ROUND_CHANGE_WORDS } from './round-changes.ts'

/** The words of a data package: its description and what its scripts say of themselves. */
export const DATA_PACKAGE = {
  description: (madeUp: boolean): string =>
    `${madeUp ? 'MADE UP: nobody gave these ratings. ' : ''}Ratings of a draft framework of ` +
    'indicators, given in workshops, and the results computed from them.',
  license: 'Not stated: the authors decide, and write it here.',
  authors: 'To be filled in by the authors',
  cite: 'If you use these data, please cite them as below.',
  missing: 'No answer, or no value',
  keywords: ['indicators', 'framework', 'consensus', 'ratings', 'workshops'],
} as const

const HOW = 'Run it from the folder that it is in, unpacked from the zip.'

/** The lines at the head of a script. */
export const SCRIPTS = {
  spss: [
    HOW,
    'It makes of the csv what lies ready in the folder spss: every table as a data set of its name (.sav)',
    'Comments and suggestions are taken from there: SPSS reads one line of csv as one case',
    'In ratings_wide, -1 and -2 are missing values with labels',
  ],
  stata: [
    HOW,
    'Each table is saved as a data set of its name (.dta).',
    'In ratings_wide, .a is "don’t know" and .b "not applicable"; a full stop is missing.',
  ],
  r: [
    HOW,
    'Each table becomes a data frame of its name (levels: scale_levels), with labels as attributes (and,',
    'where the package haven is installed, as its labelled vectors). levels_only() makes "don’t know" and',
    '"not applicable" of a field of ratings_wide missing.',
  ],
} as const

/** The lines at the head of the script that recomputes. */
export const RECOMPUTE_WORDS = [
  'Computes every figure of the results anew, from data/ratings.csv and data/asked.csv, in base R.',
  'Run it from the folder that it is in, unpacked from the zip: Rscript recompute.R',
  'It says how many figures agree with the tables beside it, or which do not. How people differ is no',
  'figure, and the changes to flip are tried out where a rule compares shares of everyone.',
] as const

/** The words of a data package's README.md, beside its list of contents. */
export const PACKAGE_README = {
  about:
    'A [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/): tables as csv, and ' +
    '`datapackage.json`, which says what every field is.',
  newest: 'Newest record:',
  files: {
    'CITATION.cff': 'How to cite the data; the authors fill in their names.',
    'datapackage.json': 'What every table and field holds, for programs.',
    'codebook.md, codebook.csv': 'The same for people.',
    'methods.md':
      'How the ratings were given and judged, to be finished by hand and put in a report.',
    'rule.json': 'The consensus rule that gave the verdicts, as data.',
    'recompute.R':
      'A script in base R that computes every figure of the results anew from the ratings, and compares.',
    'spss/': 'Every table as a data set of SPSS (.sav), with labels, missing values and dates.',
    'load.sps, load.do, load.R':
      'Scripts that load the tables into SPSS or PSPP, Stata, and R, with labels.',
  },
  csv:
    'Csv files are in UTF-8, with commas and LF; an empty cell is no value. One apostrophe is put before ' +
    'text that a spreadsheet could take for a formula (it starts with = + - @, a tab or a line break, ' +
    'behind apostrophes of its own or not); take the first one away to have the text as typed. The ' +
    'scripts and the data sets for SPSS do.',
} as const

/** The number of people of a group, or of a round. */
export interface Count {
  readonly name: string
  readonly count: number
}

/** The methods of a study, as far as a workbook knows them. */
export interface MethodFacts {
  readonly title: string
  readonly madeUp: boolean
  readonly framework: { readonly title: string; readonly hash: string; readonly indicators: number }
  /** `facilitated` says who facilitated its rounds; empty where nobody noted it. */
  readonly workshops: readonly {
    readonly title: string
    readonly date: string
    readonly facilitated: string
  }[]
  readonly groups: readonly Count[]
  /** The number of people with any answer, by round. */
  readonly rounds: readonly Count[]
  /** The changes of the framework between rounds, a sentence each; empty where there was one round. */
  readonly changes: readonly string[]
  readonly participants: number
  readonly levels: Readonly<Record<string, readonly string[]>>
  readonly questions: Readonly<Record<string, string>>
  readonly rule: { readonly title: string; readonly words: string; readonly source: string }
  readonly quantile: string
  /** Of the answers that could have been given in the round of the results. */
  readonly answers: {
    readonly round: number
    readonly possible: number
    readonly levels: number
    readonly dontKnow: number
    readonly notApplicable: number
    readonly missing: number
  }
  /** The treatment of two current answers of one person to one question; empty for none. */
  readonly conflicts: string
  readonly choices: readonly string[]
  readonly release: Release
  readonly program: string
  /** The account of what was done in the whole study, and its receipts. */
  readonly history: { readonly words: string; readonly receipts: readonly string[] }
}

const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')
const person = (count: number): string =>
  count === 1 ? '1 participant' : `${formatCount(count)} participants`

/** The methods of a study, section by section, as ACCORD asks for them; what it cannot know is asked. */
export function methodsText(facts: MethodFacts): string {
  return [
    `# Methods: ${facts.title}`,
    ...(facts.madeUp ? ['**MADE UP: nobody gave these ratings.**'] : []),
    ABOUT,
    '## What was rated',
    material(facts),
    '## Panel',
    panel(facts),
    '## Rounds',
    rounds(facts),
    ...(facts.changes.length === 0 ? [] : [`## ${ROUND_CHANGE_WORDS.title}`, list(facts.changes)]),
    '## Questions and scale',
    scale(facts),
    '## Definition of consensus',
    consensus(facts),
    '## Analysis',
    `${ANALYSIS} ${facts.quantile}`,
    '## Missing data',
    missing(facts),
    `## ${HISTORY_TITLE}`,
    facts.history.words,
    ...(facts.history.receipts.length === 0 ? [] : [list(facts.history.receipts)]),
    '## Anonymity and small groups',
    list(facts.choices),
    '## Software',
    `Answers were collected and analysed with ${facts.program}, which works offline.`,
    '## To be added by hand',
    list(BY_HAND),
    '',
  ].join('\n\n')
}

const ABOUT =
  'This text is filled in from the workbook. It follows what the reporting guideline ACCORD (Gattrell ' +
  'and others, PLoS Medicine 2024, doi 10.1371/journal.pmed.1004326) asks of the methods of a consensus ' +
  'study. What a workbook cannot know is listed at the end.'

function material({ framework }: MethodFacts): string {
  const { title, hash, indicators } = framework
  return (
    `Participants rated ${formatCount(indicators)} indicators of the framework “${title}” ` +
    `(version with the SHA-256 ${hash}).`
  )
}

/** The panel as far as tables and rows tell of it: the largest numbers of answers. */
function toldPanel({ participants, groups }: MethodFacts): string {
  const told = groups.map(({ name, count }) => `${name}: ${RELEASE_WORDS.atLeast(count)}`)
  return [
    `${RELEASE_WORDS.atLeast(participants)} participants took part.`,
    ...(told.length === 0 ? [] : ['Groups that are told of:', list(told)]),
  ].join('\n\n')
}

function panel(facts: MethodFacts): string {
  const { participants, groups, workshops, release } = facts
  if (release !== 'research') return toldPanel(facts)
  const taken =
    `${person(participants)} took part in ` +
    `${workshops.length === 1 ? 'one workshop' : `${workshops.length} workshops`}:`
  return [
    taken,
    list(
      workshops.map(({ title, date, facilitated }) => {
        const by = facilitated === '' ? '' : ` (facilitated by: ${facilitated})`
        return `${title}, ${date}${by}`
      }),
    ),
    'Stakeholder groups:',
    list(groups.map(({ name, count }) => `${name}: ${person(count)}`)),
    'Each participant was known by a code.',
  ].join('\n\n')
}

function rounds({ rounds, release }: MethodFacts): string {
  if (rounds.length === 0) return 'No ratings have been given yet.'
  const count =
    rounds.length === 1
      ? 'There was one round of rating.'
      : `There were ${rounds.length} rounds of rating.`
  return [
    count,
    list(
      rounds.map(({ name, count }) =>
        release === 'research'
          ? `Round ${name}: ${person(count)} answered anything.`
          : `Round ${name}: ${RELEASE_WORDS.atLeast(count)} participants answered.`,
      ),
    ),
  ].join('\n\n')
}

function scale({ levels, questions }: MethodFacts): string {
  const asked = Object.entries(questions).map(([criterion, question]) => {
    const labels = (levels[criterion] ?? []).map((label, index) => `${index + 1} ${label}`)
    return `${criterion}: “${question}”, ${labels.join('; ')}.`
  })
  return [
    'Each indicator was rated once for each criterion:',
    list(asked),
    'Beside the levels, participants could answer “I don’t know” or “Doesn’t apply”, leave an answer ' +
      'out, and write a comment. The program shows nobody the answers of others while they rate.',
  ].join('\n\n')
}

function consensus({ rule }: MethodFacts): string {
  const source = rule.source === '' ? '' : ` Source: ${rule.source}`
  return (
    `Consensus was defined by the rule “${rule.title}”, applied to each indicator and criterion. ` +
    `${rule.words}${source} The rule, with its thresholds and version, is in rule.json. An indicator on ` +
    'which both criteria are “in” is to be kept; with one “in” it is to be made usable or useful; with ' +
    'none, to be rethought.'
  )
}

const ANALYSIS =
  'For each indicator and criterion, overall and by stakeholder group: counts of each level, mean, ' +
  'sample standard deviation, median, quartiles, share of answers in the two highest and the two lowest ' +
  'levels, and van der Eijk’s agreement A. Over all indicators: Krippendorff’s alpha (nominal, ordinal, ' +
  'interval) and Kendall’s W corrected for ties. Figures rest on those who chose a level; what cannot be ' +
  'computed is left empty.'

function missing({ answers, conflicts, release }: MethodFacts): string {
  if (release !== 'research') return NOT_TOLD
  const { round, possible, levels, dontKnow, notApplicable } = answers
  if (possible === 0) return 'There was nobody who could have answered.'
  const part = (count: number) => `${formatCount(count)} (${formatShare(count / possible)})`
  return (
    `In round ${round}, ${formatCount(possible)} answers could have been given: ${part(levels)} were a ` +
    `level, ${part(dontKnow)} “I don’t know”, ${part(notApplicable)} “Doesn’t apply”, and ` +
    `${part(answers.missing)} were missing. Nothing was imputed; no answer was counted as 0.` +
    (conflicts === '' ? '' : ` ${conflicts}`)
  )
}

const NOT_TOLD =
  'How many were asked and left an answer out is not told in this release: beside the answers it would tell of ' +
  'few people. Nothing was imputed; no answer was counted as 0.'

const BY_HAND: readonly string[] = [
  'Who initiated, steered and funded the study, and what interests they have.',
  'How participants were chosen and invited, how many declined, and what training they had.',
  'Whether patients, the public or people who use services took part in its design.',
  'How the draft framework was made, and what evidence participants were given.',
  'What was fed back between rounds, by whom, and what was done when consensus was not reached.',
  'When the definition of consensus was set: before the first round or after.',
  'Ethical approval, consent, and any deviation from the protocol.',
]

/** The words about the queries that come with Parquet files. */
export const QUERY_WORDS = {
  head: `-- A query for each number of the results, as views on the tables. Run this file in DuckDB from the
-- folder that it is in: duckdb -init queries.sql. An empty part is everyone; another is a group.`,
  answers: 'The answers that count: of two in conflict none does, and no answer of a test.',
  hands:
    'A row for each hand that was shown. They are in no figure of agreement, which needs to know who answered what.',
  parts: 'Everyone, and each stakeholder group.',
  percentiles: (definition: string): string =>
    `Percentiles of a sorted list by definition ${definition}.`,
  figures: 'Counts, means, percentiles and shares: n is those who chose a level.',
  equalGroups: 'Each group that answered counts the same.',
  agreementA: 'Van der Eijk’s agreement A, by layers of equal height.',
  verdicts: 'What the consensus rule says, in whole numbers where it compares shares.',
  ends: 'The answers at both ends of the scale, and the bounds that the rule puts on them.',
  changes: 'The fewest people who would have to change their answer for another verdict.',
  stability:
    'How stable answers are since the latest earlier round in which anybody chose a level.',
  alpha: 'Krippendorff’s alpha, for levels as names, as an order, and as equal steps.',
  kendall: 'Kendall’s W corrected for ties, over those who chose a level for every indicator.',
} as const
