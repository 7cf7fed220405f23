import type { Unreadable } from '../../model/check.ts'
import type { Coded } from '../../model/coded.ts'
import {
  RATING_HEADINGS,
  type RATING_PROBLEMS,
  type RATING_WARNINGS,
  type RatingFault,
} from '../../model/data-entry.ts'
import { WORDINGS } from '../../model/rating.ts'
import { CRITERIA } from '../../model/vocabulary.ts'
import { refusalMessage } from '../check.ts'
import { counted } from '../figures.ts'
import { type Sentences, sentence } from '../sentences.ts'

/** The reason why no ratings can be read from a file, and the way to put it right. */
export function ratingsRefusalMessage(file: string, refused: Unreadable): string {
  return refused.code === 'no-table'
    ? `${file} has no table of ratings. It needs a row with the headings ${RATING_HEADINGS.join(', ')}.`
    : refusalMessage(file, refused)
}

/** The reason why no hands can be read from a file, and the way to put it right. */
export function handsRefusalMessage(file: string, refused: Unreadable): string {
  return refused.code === 'no-table'
    ? `${file} has no table of hands. It needs a row with the headings indicator, criterion, group, present, and one for ` +
        'each answer: 1, 2, 3 and so on, dont_know, not_applicable.'
    : refusalMessage(file, refused)
}

const problems: Sentences<typeof RATING_PROBLEMS> = {
  'missing-column': ({ column }) => `There is no column "${column}". Add one with that heading.`,
  'repeated-column': ({ column }) =>
    `Two columns are called "${column}". Give one of them another heading, or take it out.`,
  'doubtful-row': ({ is }) =>
    `This row is ${is === 'hidden' ? 'hidden' : 'struck out'} in the spreadsheet. Say whether such rows are ` +
    'kept or left out, or remove them.',
  'doubtful-column': ({ heading }) =>
    `The column "${heading}" is hidden in the spreadsheet. Say whether what is hidden is kept or left out, ` +
    'or show the column.',
  'no-group': ({ groups }) =>
    `This row has no group. Write the group of the person: ${groups.join(', ')}.`,
  'no-participant': () =>
    'This row has no participant. Write the code of the person who gave the answer.',
  'participant-too-long': ({ length, longest }) =>
    `This code has ${length} characters. Give the participant one of at most ${longest}.`,
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
  'title-disagrees': ({ text, code, other }) =>
    `"${text}" begins with the code ${code}, but its title is that of ${other}. Write the one that was rated.`,
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
  'not-a-count': ({ text, most }) =>
    `"${text}" is not a number of hands. Write a whole number from 0 to ${most}, or leave it blank for none.`,
  'no-present': () =>
    'This row does not say how many people of the group were in the room. Write it under "present".',
  'hands-over-room': ({ hands, present }) =>
    `${hands} hands were counted, and only ${counted(present, 'person was', 'people were')} in the room.`,
  'counted-twice': ({ row }) =>
    `Row ${row} has the hands of this group for the same question. Keep the right one.`,
  'unknown-wording': ({ text }) =>
    `"${text}" is not a wording. Write ${WORDINGS.join(' or ')}, or leave it blank for the title.`,
  'rated-twice': ({ row }) =>
    `Row ${row} has another answer of this participant to the same question. Keep the right one.`,
  'rated-in-other-file': ({ file, ...place }) =>
    `${placeIn(file, place)} has another answer of this participant to the same question. Keep the right one, or leave ` +
    'one of the files out.',
  'other-group-in-other-file': ({ code, group, file, ...place }) =>
    `Participant ${code} is in the group ${group} in ${placeIn(file, place)}. Write the same group in both, or another ` +
    'code if this is another person.',
}

const warnings: Sentences<typeof RATING_WARNINGS> = {
  'zero-perhaps-lost': ({ text, other }) =>
    `The spreadsheet holds ${text} as a number, and there is an indicator ${other} too. Spreadsheets drop the ` +
    `last zero: check which of ${text} and ${other} was rated.`,
  'partly-struck': ({ text }) =>
    `A part of this cell is struck out. Only the rest is read: "${text}".`,
}

/** The sentence for something to look at in a file of ratings. */
export function ratingWarningMessage({ code, data }: Coded<typeof RATING_WARNINGS>): string {
  return sentence(warnings, code, data)
}

/** The reason why a row of a file of keyed-in ratings does not fit. */
export function ratingProblemMessage({ code, data }: RatingFault): string {
  return sentence(problems, code, data)
}

interface RatingPlace {
  readonly row: number
  readonly sheet?: string | undefined
  readonly cell: string
}

/** A place in another file of ratings, within a sentence. */
function placeIn(file: string, { row, sheet, cell }: RatingPlace): string {
  return [
    file,
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    `row ${row}`,
    `cell ${cell}`,
  ].join(', ')
}

/** A place in a file of ratings, in words. */
export const ratingPlace = ({ row, sheet, cell }: RatingPlace): string =>
  sheet === undefined ? `Row ${row}, cell ${cell}` : `Sheet ${sheet}, row ${row}, cell ${cell}`

/** One sentence for all places that share it: a hundred rows with one fault are one thing to do. */
export interface SaidTogether {
  readonly message: string
  /** The first place, and how many more there are. */
  readonly where: string
  readonly places: number
}

/** Brings problems, or things to look at, with equal sentences together, in the order of the first of each. */
export function saidTogether<Item extends RatingPlace>(
  items: readonly Item[],
  messageOf: (item: Item) => string,
): readonly SaidTogether[] {
  const alike = new Map<string, Item[]>()
  for (const item of items) {
    const message = messageOf(item)
    alike.set(message, [...(alike.get(message) ?? []), item])
  }
  return [...alike].flatMap(([message, [first, ...more]]) => {
    if (!first) return []
    const others = more.length > 0 ? ` and ${counted(more.length, 'more row', 'more rows')}` : ''
    return [{ message, where: `${ratingPlace(first)}${others}`, places: more.length + 1 }]
  })
}
