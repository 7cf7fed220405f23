import type { PersonalRecords, WithdrawalReceipt } from '../model/person.ts'
import { counted } from './figures.ts'

/** What went or would go, as short lines; kinds of which there is nothing are left out. */
export function personalRecordLines(records: PersonalRecords): readonly string[] {
  const { ratings, comments, suggestions, tags, settlements, descriptions } = records
  return [
    ratings > 0 && `${counted(ratings, 'rating', 'ratings')}, changed ones included`,
    comments > 0 && `${counted(comments, 'comment', 'comments')} on them`,
    suggestions > 0 && counted(suggestions, 'suggestion', 'suggestions'),
    tags > 0 &&
      counted(tags, 'note that the team made on a comment', 'notes that the team made on comments'),
    settlements > 0 &&
      counted(settlements, 'choice between two answers', 'choices between two answers'),
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
