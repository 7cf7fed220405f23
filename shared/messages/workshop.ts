import type { Unreadable } from '../model/check.ts'
import {
  RATING_HEADINGS,
  type RATING_PROBLEMS,
  type RatingFault,
  type RatingWarning,
} from '../model/data-entry.ts'
import type { DiscussionItem, DiscussionPace, DiscussionReason } from '../model/discussion.ts'
import type { Moves } from '../model/results.ts'
import { CRITERIA, type Criterion } from '../model/vocabulary.ts'
import type { PersonalRecords, WithdrawalReceipt } from '../model/workshop.ts'
import { refusalMessage } from './check.ts'
import { counted } from './figures.ts'
import { solidityWords } from './rules.ts'
import { type Sentences, sentence } from './sentences.ts'

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
    'Other copies: every file that the team sends from now on carries the instruction to delete your ' +
      'answers, so they also go from the laptops of others as soon as they bring their files together.',
    'Spreadsheets and reports that were made before may still count your answers. They do not say who ' +
      'you are; ask the team if you want them to be made again.',
    `Number of this deletion: ${id}`,
  ]
}

/** The reason why no ratings can be read from a file, and the way to put it right. */
export function ratingsRefusalMessage(file: string, refused: Unreadable): string {
  return refused.code === 'no-table'
    ? `${file} has no table of ratings. It needs a row with the headings ${RATING_HEADINGS.join(', ')}.`
    : refusalMessage(file, refused)
}

const problems: Sentences<typeof RATING_PROBLEMS> = {
  'missing-column': ({ column }) => `There is no column "${column}". Add one with that heading.`,
  'repeated-column': ({ column }) =>
    `Two columns are called "${column}". Give one of them another heading, or take it out.`,
  'doubtful-row': ({ is }) =>
    `This row is ${is === 'hidden' ? 'hidden' : 'struck out'} in the spreadsheet. Say whether such rows are ` +
    'kept or left out (--hidden-rows keep, or leave), or remove them.',
  'no-group': ({ groups }) =>
    `This row has no group. Write the group of the person: ${groups.join(', ')}.`,
  'no-participant': () =>
    'This row has no participant. Write the code of the person who gave the answer.',
  'participant-too-long': ({ longest }) =>
    `This code is too long. Give the participant a code of at most ${longest} characters.`,
  'ambiguous-participant': ({ text, people }) =>
    `${people.length} people in this workshop have the code ${text}. Ask whose sheet it is: their four words tell, ` +
    `or the laptop that they used. Then write one of these instead: ${people
      .map(({ name, id }) => `${name}, or the id ${id}`)
      .join('; ')}.`,
  'unknown-participant': ({ text }) =>
    `Nobody in this workshop is ${text}. Check the code and the laptop on the page of the workshop.`,
  'unknown-group': ({ text, groups }) =>
    `This workshop has no group called "${text}". Its groups are ${groups.join(', ')}.`,
  'unknown-indicator': ({ text, meant }) =>
    text === ''
      ? 'This row has no indicator. Write the code of the indicator that was rated.'
      : meant !== undefined
        ? `There is no indicator "${text}" in this framework. Did you mean ${meant}? Spreadsheets drop the last zero.`
        : `There is no indicator "${text}" in this framework. Check its code.`,
  'unknown-criterion': ({ text }) =>
    `"${text}" is not a criterion. Write ${CRITERIA.join(' or ')}.`,
  'unknown-round': ({ text }) =>
    `"${text}" is not a round. Write a whole number from 1 to 99, or leave it blank for 1.`,
  'unknown-answer': ({ text, levels }) =>
    `"${text}" is not an answer. Write a level from 1 to ${levels}, dont_know or ` +
    'not_applicable, or leave it blank.',
  'answer-disagrees': ({ text, number, label, means }) =>
    `"${text}" says ${number}, but "${label}" is ${means} on this scale. Write the one that was meant.`,
  'comment-too-long': ({ length, longest }) =>
    `This comment has ${length} characters. Shorten it to ${longest} or fewer.`,
  'other-group-in-file': ({ code, group, row }) =>
    `Participant ${code} is in the group ${group} in row ${row}. Write the same group in each row.`,
  'other-group-in-workshop': ({ code, group }) =>
    `Participant ${code} is already in this workshop, in the group ${group}. Write that group, or ` +
    'another code if this is another person.',
  'rated-twice': ({ row }) =>
    `Row ${row} has another answer of this participant to the same question. Leave the right one.`,
}

/** The sentence for something to look at in ratings that were stored. */
export function ratingWarningMessage({ text, other }: RatingWarning): string {
  return (
    `The spreadsheet holds ${text} as a number, and there is an indicator ${other} too. Spreadsheets drop the ` +
    `last zero: check which of ${text} and ${other} was rated.`
  )
}

/** The reason why a row of a file of keyed-in ratings does not fit. */
export function ratingProblemMessage({ code, data }: RatingFault): string {
  return sentence(problems, code, data)
}
