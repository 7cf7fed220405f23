import type { ColumnHolds, RatingField } from '../../model/data-entry.ts'

/** The meaning of a column of a table of ratings, in a few words. */
export const RATING_FIELD_WORDS: Readonly<Record<RatingField, string>> = {
  participant: 'Participant',
  group: 'Group',
  indicator: 'Indicator',
  criterion: 'Criterion',
  round: 'Round',
  answer: 'Answer',
  comment: 'Comment',
  usefulness: 'Usefulness',
  usability: 'Usability',
  'usefulness-comment': 'Comment on usefulness',
  'usability-comment': 'Comment on usability',
  none: 'Not read',
}

/** The meaning that a column was read as, in a few words. */
export function columnHoldsWords(holds: ColumnHolds | null): string {
  if (holds === null) return RATING_FIELD_WORDS.none
  if (holds.is === 'field') return RATING_FIELD_WORDS[holds.field]
  const whose = holds.is === 'indicator' ? holds.code : holds.name
  const about = holds.criterion === null ? '' : `, ${holds.criterion}`
  return `${holds.isComment ? 'Comments' : 'Answers'}: ${whose}${about}`
}
