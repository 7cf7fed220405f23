import type { DiscussionPace } from '../model/discussion-clock.ts'
import type { DiscussionItem, DiscussionReason } from '../model/discussion-order.ts'
import type { Moves } from '../model/moves.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { solidityWords } from './rules.ts'

/** What each criterion asks, as it stands at the end of a sentence. */
const ABOUT: Readonly<Record<Criterion, string>> = {
  usefulness: 'how useful it is',
  usability: 'how easy it is to use',
}

/** Why something is worth talking about, as the beginning of a sentence. */
const REASONS: Readonly<Record<DiscussionReason, string>> = {
  split: 'Two camps over',
  'groups differ': 'Groups differ over',
  vague: 'Answers are spread over',
  'lone dissenter': 'One person stands against the others over',
  'no verdict': 'People agree, yet it is neither in nor out, on',
  close: 'A close verdict on',
  settled: 'Agreed on',
}

/** A reason in a word or two, for a tag. */
export const REASON_TAGS: Readonly<Record<DiscussionReason, string>> = {
  split: 'Two camps',
  'groups differ': 'Groups differ',
  vague: 'Spread',
  'lone dissenter': 'One against all',
  'no verdict': 'No verdict',
  close: 'Close',
  settled: 'Settled',
}

/** Why an indicator stands where it does in the order of discussion. */
export function reasonWords({ indicator, criterion, reason, also }: DiscussionItem): string {
  const other = criterion === 'usefulness' ? 'usability' : 'usefulness'
  const { changesToFlip } = indicator.criteria[criterion]
  const sentences = [
    `${REASONS[reason]} ${ABOUT[criterion]}.`,
    also === null ? '' : `Worth a word on ${ABOUT[other]} too.`,
    changesToFlip === null || changesToFlip > 3 ? '' : solidityWords(changesToFlip),
  ]
  return sentences.filter(Boolean).join(' ')
}

/** How much time is left and what it is enough for. */
export function paceWords({ minutesLeft, minutesEach, timeFor }: DiscussionPace): string {
  if (minutesLeft === 0) return 'The time is up.'
  const left = minutesLeft === 1 ? '1 minute left.' : `${minutesLeft} minutes left.`
  if (minutesEach === null || timeFor === null) return left
  const each = minutesEach < 1.5 ? 'about a minute' : `about ${Math.round(minutesEach)} minutes`
  if (timeFor === 0) return `${left} At ${each} for each, this is the last one.`
  return `${left} At ${each} for each there is time for ${timeFor} more.`
}

/** Who moved over one criterion, in counts; a person who did not rate again is not said to have moved. */
export function movesWords({ paired, up, down, stayed, new: fresh }: Moves): string {
  const more = fresh === 0 ? '' : ` ${fresh} rated it for the first time.`
  if (paired === 0) return `Nobody has rated it in both rounds.${more}`
  const people = paired === 1 ? '1 person who rated twice' : `${paired} people who rated twice`
  return `Of ${people}: ${up} higher, ${down} lower, ${stayed} the same.${more}`
}
