import type { DiscussionItem, DiscussionPace, DiscussionReason } from '../model/discussion.ts'
import type { Moves } from '../model/results.ts'
import type { Criterion } from '../model/vocabulary.ts'
import type { PersonalRecords, WithdrawalReceipt } from '../model/workshop.ts'
import { counted } from './figures.ts'
import { solidityWords } from './rules.ts'

/** The question of each criterion, as the end of a sentence. */
const ABOUT: Readonly<Record<Criterion, string>> = {
  usefulness: 'how useful it is',
  usability: 'how easy it is to use',
}

/** Reasons to discuss an indicator, as the beginning of a sentence. */
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

/** The reason for an indicator's place in the order of discussion. */
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

/** The time that is left, and the number of indicators it is enough for. */
export function paceWords({ minutesLeft, minutesEach, timeFor }: DiscussionPace): string {
  if (minutesLeft === 0) return 'The time is up.'
  const left = minutesLeft === 1 ? '1 minute left.' : `${minutesLeft} minutes left.`
  if (minutesEach === null || timeFor === null) return left
  const each = minutesEach < 1.5 ? 'about a minute' : `about ${Math.round(minutesEach)} minutes`
  if (timeFor === 0) return `${left} At ${each} for each, this is the last one.`
  return `${left} At ${each} for each there is time for ${timeFor} more.`
}

/** Counts of the people who moved over one criterion; those who did not rate again are left out. */
export function movesWords({ paired, up, down, stayed, new: fresh }: Moves): string {
  const more = fresh === 0 ? '' : ` ${fresh} rated it for the first time.`
  if (paired === 0) return `Nobody has rated it in both rounds.${more}`
  const people = paired === 1 ? '1 person who rated twice' : `${paired} people who rated twice`
  return `Of ${people}: ${up} higher, ${down} lower, ${stayed} the same.${more}`
}

/**
 * The name of a participant whose code others have too: the code with the laptop and, where that is not enough, with
 * the end of the participant's id.
 */
export const participantName = (code: string, laptop: string, endOfId: string | null): string =>
  endOfId === null ? `${code} (laptop ${laptop})` : `${code} (laptop ${laptop}, ${endOfId})`

/** The records that a withdrawal deletes, as short lines; kinds without any are left out. */
export function personalRecordLines(records: PersonalRecords): readonly string[] {
  const { ratings, comments, suggestions, tags, settlements, standings, descriptions } = records
  return [
    ratings > 0 && `${counted(ratings, 'rating', 'ratings')}, changed ones included`,
    comments > 0 && `${counted(comments, 'comment', 'comments')} on them`,
    suggestions > 0 && counted(suggestions, 'suggestion', 'suggestions'),
    tags > 0 &&
      counted(tags, 'note that the team made on a comment', 'notes that the team made on comments'),
    settlements > 0 &&
      counted(settlements, 'choice between two answers', 'choices between two answers'),
    standings > 0 &&
      counted(standings, 'note on their part in a round', 'notes on their part in a round'),
    descriptions > 0 &&
      counted(descriptions, 'record of code and group', 'records of code and group'),
  ].filter(line => line !== false)
}

/** The sentence on copies of backups that a withdrawal reaches later. */
export const COPIES_LATER =
  'Copies of the backups on a second place, such as a stick, are replaced as soon as the program reaches it.'

/** A page for the person who withdrew: what was done, and nothing of what they had said. */
export function withdrawalLetter(title: string, receipt: WithdrawalReceipt): readonly string[] {
  const { id, recordedAt, records, backups } = receipt
  return [
    'Your answers have been deleted',
    `You asked for what you said in the workshop for “${title}” to be deleted. That was done on ` +
      `${recordedAt.slice(0, 10)}.`,
    `These went: ${personalRecordLines(records).join('; ')}.`,
    backups > 0
      ? `They were also deleted from ${counted(backups, 'backup', 'backups')} of the file.`
      : 'There were no backups of the file that held them.',
    ...(receipt.copiesLater ? [COPIES_LATER] : []),
    'Other copies: every file that the team sends from now on carries the instruction to delete your ' +
      'answers, so they also go from the laptops of others as soon as they bring their files together.',
    'Spreadsheets and reports that were made before may still count your answers. They do not say who ' +
      'you are; ask the team if you want them to be made again.',
    `Number of this deletion: ${id}`,
  ]
}
