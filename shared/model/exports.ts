import { z } from 'zod'
import { round } from './rating.ts'
import { resultsScope } from './results.ts'

/**
 * The kinds of file that an export can be; each is the ending of the file. Only a front that can draw
 * pages writes `pdf`; any other refuses it with CANNOT_DRAW_PDF.
 */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'zip', 'html', 'pdf', 'parquet'] as const
export const exportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof exportFormat>

/** What people are called: the codes of their workshops, or names made for this one export. */
export const PEOPLE_NAMES = ['codes', 'pseudonyms'] as const
const peopleNames = z.enum(PEOPLE_NAMES)

/** What goes into an export: whose ratings, judged how, and how much of the people in it is told. */
export const exportScope = resultsScope.extend({
  /** The rounds whose ratings are listed; left out, all. `round` is the one that results are of. */
  rounds: z.array(round).min(1).optional(),
  /** Left out: codes. */
  people: peopleNames.optional(),
  /** Whether what people wrote is in it; left out, it is. */
  comments: z.boolean().optional(),
  /** Leaves out figures of fewer people than this, and the group of each person; left out, nothing. */
  hideUnder: z.number().int().min(2).max(100).optional(),
})
export type ExportScope = z.infer<typeof exportScope>
