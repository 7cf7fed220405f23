const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`

/** There are no ratings to read in a file of keyed-in ratings; `columns` are the headings it needs. */
export function noRatingsTableWords(file: string, columns: readonly string[]): string {
  return `${file} has no table of ratings. It needs a row with the headings ${columns.join(', ')}.`
}

/** The words for each reason why a row of a file of keyed-in ratings does not fit. */
export const ratingsFileWords = {
  missingColumn: (column: string): string =>
    `There is no column "${column}". Add one with that heading.`,
  noParticipant: (): string =>
    'This row has no participant. Write the code of the person who gave the answer.',
  participantTooLong: (longest: number): string =>
    `This code is too long. Give the participant a code of at most ${longest} characters.`,
  unknownGroup: (text: string, groups: readonly string[]): string =>
    `This workshop has no group called ${quoted(text)}. Its groups are ${groups.join(', ')}.`,
  unknownIndicator: (text: string): string =>
    text === ''
      ? 'This row has no indicator. Write the code of the indicator that was rated.'
      : `There is no indicator ${quoted(text)} in this framework. Check its code.`,
  unknownCriterion: (text: string, criteria: readonly string[]): string =>
    `${quoted(text)} is not a criterion. Write ${criteria.join(' or ')}.`,
  unknownRound: (text: string): string =>
    `${quoted(text)} is not a round. Write a whole number from 1 to 99, or leave it blank for 1.`,
  unknownAnswer: (text: string, levels: number): string =>
    `${quoted(text)} is not an answer. Write a level from 1 to ${levels}, dont_know or ` +
    'not_applicable, or leave it blank.',
  commentTooLong: (length: number, longest: number): string =>
    `This comment has ${length} characters. Shorten it to ${longest} or fewer.`,
  otherGroupInFile: (code: string, group: string, row: number): string =>
    `Participant ${code} is in the group ${group} in row ${row}. Write the same group in each row.`,
  otherGroupInWorkshop: (code: string, group: string): string =>
    `Participant ${code} is already in this workshop, in the group ${group}. Write that group, or ` +
    'another code if this is another person.',
  ratedTwice: (row: number): string =>
    `Row ${row} has another answer of this participant to the same question. Leave the right one.`,
} as const
