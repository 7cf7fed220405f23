import type { RecordCounts, WorkbookTotals } from '../model/exchange.ts'

/** The counts of a merge in the order of their sum: the first is what the others add up to. */
export const COUNT_NAMES = [
  'read',
  'new',
  'known',
  'conflicting',
  'withdrawn',
  'rejected',
] as const satisfies readonly (keyof RecordCounts)[]

/** What each figure of a workbook before and after a merge is called. */
export const TOTAL_NAMES = [
  ['workshops', 'Workshops'],
  ['participants', 'Participants'],
  ['ratings', 'Current ratings'],
  ['ratingRecords', 'Ratings with their history'],
  ['conflicts', 'Conflicts'],
  ['withdrawn', 'People who withdrew'],
] as const satisfies readonly (readonly [keyof WorkbookTotals, string])[]
