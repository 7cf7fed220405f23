import type { EnteredHands } from '../../model/hands.ts'
import type { Results } from '../../model/results.ts'
import { words } from '../exports.ts'
import { counted } from '../figures.ts'

/** The words for counts by show of hands. */
export const HANDS_WORDS = {
  name: 'Show of hands',
  page:
    'For a group whose people will not be told apart: how many hands went up for each answer. It counts beside what ' +
    'people answered for themselves.',
  empty:
    'Nobody is recorded with them, so there is nothing that one person could withdraw. To leave counts out, take their ' +
    'lines back.',
  how:
    'One line for each question: the hands for each level, for don’t know (?) and doesn’t apply (–). Tab goes to the next ' +
    'number, Enter to the next line; a line is saved when you leave it, and taken back when you empty it.',
  file:
    'A spreadsheet (.xlsx, .xls, .ods) or csv with a row for each question and a column of hands for each answer, or the ' +
    'table of hands that an export wrote. You see what would be recorded first; all of a file is recorded, or nothing.',
  ofAnswers: (hands: number, n: number): string =>
    `${hands} of the ${n} answers are hands, of people who are not told apart.`,
  /** For the list of ratings behind a number. */
  behind:
    'The rest of the number are hands, which are counts of a group and no ratings: see Show of hands in the workshop.',
  /** For files that do not count them. */
  leftOut:
    'There are shows of hands in this workbook, and none is counted here: every figure is of people who answered for ' +
    'themselves.',
  /** For a folder of records, whose queries are of answers of persons. */
  inRecords:
    'Shows of hands are among the records (hands_record), as counts of a group. The queries here count none of them: every ' +
    'figure is of people who answered for themselves.',
  /** The figures that need to know who gave which answers. */
  notOfPersons:
    'Shows of hands are not in it: nobody can tell who gave which answers. Alpha, Kendall’s W and moves between rounds ' +
    'are of people who answered for themselves.',
} as const

/** Sentences on the shows of hands that results count; none where there are none. */
export function handsWords({ hands }: Pick<Results, 'hands'>): readonly string[] {
  if (!hands) return []
  const people = counted(hands.people, 'person', 'people')
  const conflicts =
    hands.conflicts === 0
      ? []
      : [
          `${counted(hands.conflicts, 'line was', 'lines were')} counted differently on two laptops. Count ` +
            `${hands.conflicts === 1 ? 'it' : 'them'} again under Show of hands.`,
        ]
  return [
    `${people} in rooms that showed hands are among the participants, and each hand is an answer. ` +
      HANDS_WORDS.notOfPersons,
    ...conflicts,
  ]
}

/** The counts of a file of hands, in a sentence or more; what there is none of is left out. */
export function enteredHandsWords({
  lines,
  hands,
  changed,
  unchanged,
  elsewhere,
  unreadSheets,
}: EnteredHands): string {
  const fresh = lines - changed - unchanged
  const parts = [
    fresh > 0 && `${fresh} new`,
    changed > 0 && `${changed} counted anew`,
    unchanged > 0 && `${unchanged} as they stand already`,
  ].filter(part => part !== false)
  const said = parts.length > 0 ? `: ${parts.join(', ')}` : ''
  return [
    `${counted(lines, 'line', 'lines')} with ${counted(hands, 'hand', 'hands')}${said}.`,
    ...(elsewhere > 0 ? [handsElsewhereWords(elsewhere)] : []),
    ...(unreadSheets.length > 0 ? [`Sheets without hands: ${unreadSheets.join(', ')}.`] : []),
  ].join(' ')
}

/** The rows of a file that say that they are of another workshop, in words. */
export const handsElsewhereWords = (rows: number): string =>
  `${counted(rows, 'row is', 'rows are')} of another workshop, and left out.`

/** The part of n that was counted by show of hands, in words; null where there is none. */
export const ofThemByHands = (hands: number | undefined): string | null =>
  hands === undefined || hands === 0 ? null : `${hands} by show of hands`

/** The columns of answers by show of hands. */
export const HANDS_COLUMN_WORDS = {
  group: words(
    'Stakeholder group that raised hands; empty where Read me says that it is left out.',
  ),
  answer: words('The answer that hands went up for.', 'a level, dont_know, not_applicable'),
  level: words('The level; empty for every other answer.', 'whole number', 'level'),
  hands: words('Hands for this answer.', 'whole number', 'answers'),
  present: words('People of the group in the room for this line.', 'whole number', 'people'),
  counts: words(
    'How the line counts in the results of its round. Conflict: another laptop counted it differently. ' +
      'Other_wording: results of another wording were chosen.',
    'yes, conflict, other_wording',
  ),
  wording: words('Which wording was put to the room.', 'title, plain, easy'),
  keyed_by: words('Who keyed the line in, by name or initials; empty with pseudonyms.'),
} as const
