import type { Wording } from '../model/rating.ts'
import type { Priority } from '../model/results.ts'
import { ENOUGH_ANSWERS } from '../model/results.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { counted, formatCount, formatOne, formatShare } from './figures.ts'
import { CRITERION_NAMES, OTHER_WORDS_MARK, otherWordsAmong, WORDING_WORDS } from './results.ts'
import { KIND_NAMES, PRIORITY_NAMES } from './rules.ts'

const indicators = (count: number) => counted(count, 'indicator', 'indicators')
const are = (count: number) => (count === 1 ? 'is' : 'are')

/**
 * The finding of the priority map, over the indicators that are on it. Of a selection it says so first: a choice of
 * those to keep would otherwise say that all are agreed.
 */
export function mapTitle(
  counts: Readonly<Record<Priority, number>>,
  { shown, all }: { readonly shown: number; readonly all: number },
): string {
  const finding = findingOnMap(counts)
  if (shown >= all) return finding
  return `A selection, ${formatCount(shown)} of ${indicators(all)}: ${finding.charAt(0).toLowerCase()}${finding.slice(1)}`
}

function findingOnMap(counts: Readonly<Record<Priority, number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) return 'No indicator has enough answers to both questions yet'
  const { keep } = counts
  if (keep === 0) return `None of ${indicators(all)} is agreed to be both useful and easy to use`
  if (keep === all) {
    return `${all === 1 ? 'The one indicator is' : `All ${indicators(all)} are`} agreed to be both useful and easy to use`
  }
  return `${formatCount(keep)} of ${indicators(all)} ${are(keep)} agreed to be both useful and easy to use`
}

/** Instructions for reading the priority map. */
export const MAP_NOTES = {
  place:
    'Each mark is an indicator, placed by the value that the rule judges; the broken lines are its threshold. The larger, the more answers; its shape says how people differ.',
  heldBack: (count: number): string =>
    `${indicators(count)} drawn hollow ${count === 1 ? 'stands' : 'stand'} beyond the threshold, but another condition of the rule keeps ${count === 1 ? 'it' : 'them'} from a better priority.`,
  tooFew: (count: number): string =>
    `${indicators(count)} drawn with a broken line ${count === 1 ? 'rests' : 'rest'} on fewer answers than the rule asks for, and ${count === 1 ? 'has' : 'have'} no priority.`,
  otherWords: (count: number): string => `${OTHER_WORDS_MARK} ${otherWordsAmong(count)}`,
  left: (count: number): string =>
    `${indicators(count)} without answers to both questions ${are(count)} not on the map.`,
  hidden: (count: number): string =>
    `${indicators(count)} judged by the answers of too few people ${are(count)} not shown.`,
} as const

/** The name of a hollow mark of the priority map. */
export const HELD_BACK_LABEL = 'Held back by another condition'

/** The name of a mark of the priority map with a broken line, and of what it has in the place of a priority. */
export const TOO_FEW_LABEL = 'Too few answers'

/** The heading over the figures beside the bars. */
export const ANSWER_HEADINGS = {
  favourable: 'Favourable',
  n: 'n',
  dontKnow: 'Don’t know',
  notApplicable: 'Doesn’t apply',
  missing: 'No answer',
  asked: 'Asked',
} as const

/** The placeholder for hidden figures. */
export const HIDDEN = 'Not shown: too few people'

/** Something with a name and the share of favourable answers to it. */
export interface NamedShare {
  readonly name: string
  readonly favourable: number
}

/** The finding of the bars by indicator: the two ends. */
export function answersTitle(criterion: Criterion, ends: readonly NamedShare[]): string {
  const [first, last] = [ends.at(0), ends.at(-1)]
  const name = CRITERION_NAMES[criterion]
  if (!first || !last) return `${name}: too few answers to compare`
  if (first === last) return `${name} of ${first.name}: ${formatShare(first.favourable)} favourable`
  return (
    `${name}: ${first.name} has the most favourable answers (${formatShare(first.favourable)}), ` +
    `${last.name} the fewest (${formatShare(last.favourable)})`
  )
}

/** The finding of the bars by group, of an indicator. */
export function groupAnswersTitle(
  criterion: Criterion,
  code: string,
  everyone: number | null,
  ends: readonly NamedShare[],
): string {
  const about = `${CRITERION_NAMES[criterion]} of ${code}`
  if (everyone === null) return `${about}: no answers yet`
  const overall = `${about}: ${formatShare(everyone)} favourable`
  const [first, last] = [ends.at(0), ends.at(-1)]
  if (!first || !last || first === last) return overall
  return (
    `${overall}, from ${formatShare(first.favourable)} of ${first.name} ` +
    `to ${formatShare(last.favourable)} of ${last.name}`
  )
}

/** Instructions for reading the bars. */
export const ANSWERS_NOTES = {
  bars: 'Each bar is everyone who chose a level (n), with the middle of the scale on the line: low answers, hatched, to its left and high ones to its right. Favourable is the share in the two highest levels.',
  few: `* Fewer than ${ENOUGH_ANSWERS} answers: one person weighs heavily. Such groups are not named in the heading.`,
} as const

/** Those who chose no level, in a line. */
export const otherAnswers = (
  answers: Readonly<Record<'dontKnow' | 'notApplicable' | 'missing', number>>,
): string =>
  (['dontKnow', 'notApplicable', 'missing'] as const)
    .filter(part => answers[part] > 0)
    .map(part => `${formatCount(answers[part])} ${ANSWER_HEADINGS[part].toLowerCase()}`)
    .join(', ')

/** The words of the heat map. */
export const HEAT_WORDS = {
  /** The placeholder in a cell with too few people to be shown. */
  hidden: '…',
  step: (from: number, to: number): string =>
    to === 1 ? `${formatShare(from)} to 100%` : `${formatShare(from)} to under ${formatShare(to)}`,
  note: {
    favourable: (one: string): string =>
      `Each number is the share of a ${one}’s answers in the two highest levels; low shares are hatched. A dash is no answers.`,
    median: (one: string): string =>
      `Each number is the median of a ${one}’s answers; low ones are hatched. A dash is no answers.`,
  },
  few: (many: string): string =>
    `* Fewer than ${ENOUGH_ANSWERS} answers: one person weighs heavily. Such ${many} are not compared in the heading.`,
  hiddenNote: '… is not shown, as it is of too few people.',
} as const

/** The columns of a heat map, in words. */
export const GROUPS = { one: 'group', many: 'groups' } as const

/** The finding of the heat map: where two groups, or other parts, are furthest apart. */
export function heatTitle(
  criterion: Criterion,
  figure: 'favourable' | 'median',
  gap: {
    readonly name: string
    readonly lowest: { readonly group: string; readonly value: number }
    readonly highest: { readonly group: string; readonly value: number }
  } | null,
  { one, many }: { readonly one: string; readonly many: string } = GROUPS,
): string {
  const name = CRITERION_NAMES[criterion]
  if (!gap) return `${name}: too few answers in each ${one} to compare them`
  const { lowest, highest } = gap
  if (lowest.value === highest.value) return `${name}: ${many} with enough answers do not differ`
  const words = (value: number) =>
    figure === 'favourable' ? `${formatShare(value)} favourable` : `a median of ${formatOne(value)}`
  return (
    `${name}: ${many} differ most over ${gap.name}, from ${words(lowest.value)} (${lowest.group}) ` +
    `to ${figure === 'favourable' ? formatShare(highest.value) : formatOne(highest.value)} (${highest.group})`
  )
}

/** Names of the parts of a bar of moves, from left to right. */
export const MOVE_LEVELS = ['Moved down', 'Stayed', 'Moved up'] as const

/** The heading over the figures beside the bars of moves. */
export const MOVE_HEADINGS = { paired: 'In both', new: 'Only later', gone: 'Only before' } as const

/** The finding of two rounds, over all answers of people who answered in both. */
export function movesTitle(
  criterion: Criterion,
  { up, down, paired }: { readonly up: number; readonly down: number; readonly paired: number },
): string {
  const name = CRITERION_NAMES[criterion]
  if (paired === 0) return `${name}: nobody has answered in both rounds`
  if (up + down === 0) return `${name}: nobody changed an answer from one round to the next`
  return (
    `${name}: of ${formatCount(paired)} answers given twice, ${formatCount(up)} moved up ` +
    `and ${formatCount(down)} down`
  )
}

/** The line that says which rounds are compared, and how many participants are in scope. */
export const roundsBasis = (from: number, to: number, participants: number): string =>
  `Round ${from} against round ${to}; n = ${counted(participants, 'participant', 'participants')} in scope`

/** Instructions for reading the bars of moves. */
export const ROUNDS_NOTE =
  'Each bar is everyone who chose a level in both rounds: those who moved to a lower level, hatched, on the left, to a higher one on the right, and those who stayed across the line. Beside it, the favourable share of everyone who answered in each round.'

/** The people that figures rest on, and the round and words in which they were asked. */
export interface BasisFacts {
  readonly participants: number
  /** The groups that have people. */
  readonly groups: readonly string[]
  readonly round: number
  readonly wording: Wording | null
  /** True where `participants` is only a least number. */
  readonly levelsOnly: boolean
}

function basisOf({ participants, groups, round, wording, levelsOnly }: BasisFacts): string {
  const people = levelsOnly
    ? `${formatCount(participants)} or more participants`
    : counted(participants, 'participant', 'participants')
  const who =
    groups.length === 1
      ? `${people}, all ${groups[0]}`
      : `${people}${levelsOnly && groups.length === 0 ? '' : ` in ${groups.length} groups`}`
  const shown = wording === null ? '' : `; shown ${WORDING_WORDS[wording].toLowerCase()} only`
  return `n = ${who}; round ${round}${shown}`
}

/** The figure on the axis of a rule by shares: the levels that it counts, and of whom. */
function axisOfShares(from: number, to: number, inLowestGroup: boolean): string {
  const range = from === to ? `level ${to}` : `levels ${from} to ${to}`
  return `Answers at ${range}${inLowestGroup ? ', in the lowest group' : ''}`
}

/** The words of the charts that stand in files; files in another language have their own. */
export const CHART_WORDS = {
  criteria: CRITERION_NAMES,
  priorities: PRIORITY_NAMES,
  kinds: KIND_NAMES,
  everyone: 'Everyone',
  basis: basisOf,
  map: {
    title: mapTitle,
    notes: MAP_NOTES,
    heldBack: HELD_BACK_LABEL,
    tooFew: TOO_FEW_LABEL,
    shares: axisOfShares,
    median: 'Median',
  },
  answers: {
    title: answersTitle,
    notes: ANSWERS_NOTES,
    headings: ANSWER_HEADINGS,
    hidden: HIDDEN,
    none: 'No answers',
    others: otherAnswers,
  },
  groups: {
    title: (...[criterion, figure, gap]: Parameters<typeof heatTitle>): string =>
      heatTitle(criterion, figure, gap),
    notes: {
      favourable: HEAT_WORDS.note.favourable(GROUPS.one),
      median: HEAT_WORDS.note.median(GROUPS.one),
      few: HEAT_WORDS.few(GROUPS.many),
      hidden: HEAT_WORDS.hiddenNote,
    },
    step: HEAT_WORDS.step,
  },
} as const
