import { assertNever } from '../assert-never.ts'
import { ROUND_CHANGE_KINDS, type RoundChangeKind } from '../model/exports.ts'
import { COUNT, FIGURE, words } from './exports.ts'

/** A change of an indicator between two rounds, as far as its words go. */
export interface ChangeFacts {
  readonly kind: RoundChangeKind
  readonly from: number
  readonly to: number
}

/** A change of one indicator between rounds, for its row in a table. */
export function roundChangeWords({ kind, from, to }: ChangeFacts): string {
  switch (kind) {
    case 'added':
      return `added for round ${to}`
    case 'reworded':
      return `reworded for round ${to}`
    case 'dropped':
      return `dropped after round ${from}`
    case 'not asked again':
      return `not asked again in round ${to}`
    default:
      return assertNever(kind)
  }
}

const KIND_SENTENCES: Readonly<Record<RoundChangeKind, string>> = {
  added: 'added',
  reworded: 'reworded',
  dropped: 'dropped from the framework',
  'not asked again': 'not asked again',
}

/** A change of one indicator between rounds, with what names it. */
export interface NamedChange extends ChangeFacts {
  readonly code: string
  readonly title: string
  readonly newTitle: string | null
}

/** The words about what changed between rounds. */
export const ROUND_CHANGE_WORDS = {
  title: 'What changed between rounds',
  nothing: 'Every round asked the same indicators in the same words.',
} as const

/** The changes between rounds, a sentence for each kind of change and pair of rounds. */
export function changeSentences(
  changes: readonly NamedChange[],
  rounds: readonly number[],
): readonly string[] {
  if (rounds.length < 2) return []
  if (changes.length === 0) return [ROUND_CHANGE_WORDS.nothing]
  return rounds.slice(1).flatMap((to, index) => {
    const ofRound = changes.filter(one => one.to === to)
    return ROUND_CHANGE_KINDS.map(kind => ofRound.filter(one => one.kind === kind))
      .filter(ones => ones.length > 0)
      .map(ones => sentence(ones, rounds[index] ?? to, to))
  })
}

function sentence(changes: readonly NamedChange[], from: number, to: number): string {
  const [first] = changes
  const head = `From round ${from} to round ${to}, ${KIND_SENTENCES[first?.kind ?? 'added']}`
  return `${head}: ${changes.map(named).join('; ')}.`
}

const named = ({ code, title, newTitle }: NamedChange): string =>
  `${code} ${title}${newTitle === null ? '' : ` (now: ${newTitle})`}`

/** The columns of a rule that asks whether answers are stable since an earlier round. */
export const STABILITY_WORDS = {
  since_round: words(
    'Round that this one is compared with: the latest earlier one in which anybody chose a level.',
    '1 to 99, or empty',
  ),
  paired: words('Participants who chose a level in both rounds.', COUNT, 'people'),
  moved_within: words(
    'Those of them who moved no further than the rule allows; empty for a rule of medians.',
    COUNT,
    'people',
  ),
  median_change: words('The median less that of the earlier round.', FIGURE, 'levels'),
  iqr_change: words('The iqr less that of the earlier round.', FIGURE, 'levels'),
  stable: words(
    'Whether the answers are stable since that round by the rule; empty where too few answered to say.',
    'yes, no, or empty',
  ),
} as const
