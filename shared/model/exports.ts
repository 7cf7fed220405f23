import { z } from 'zod'
import { HEAT_FIGURES } from '../charts/heat-map/cells.ts'
import { FILE_THEME_NAMES } from '../charts/theme.ts'
import { round } from './rating.ts'
import { resultsScope } from './results.ts'
import { criterion, id } from './vocabulary.ts'

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

/** The indicators of a chart, in the order in which it has them; left out means all. */
const indicators = z.array(id).max(20_000).optional()

/** Which chart, and of what. */
export const chartChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('priority-map'), indicators }),
  /** How many chose each level, a bar for each indicator. */
  z.object({ kind: z.literal('answers'), criterion, indicators }),
  /** The same for one indicator, a bar for each group. */
  z.object({ kind: z.literal('answers-by-group'), criterion, indicator: id }),
  /** Groups by indicators, one figure a cell. */
  z.object({ kind: z.literal('groups'), criterion, figure: z.enum(HEAT_FIGURES), indicators }),
  /** Who moved from one round to another. */
  z.object({ kind: z.literal('rounds'), criterion, from: round, to: round, indicators }),
])
export type ChartChoice = z.infer<typeof chartChoice>

/** What a picture of a chart is made for, and how wide it is in pixels. */
export const chartLook = z.object({
  theme: z.enum(FILE_THEME_NAMES).default('light'),
  width: z.number().int().min(320).max(2400).default(1000),
})
export type ChartLook = z.infer<typeof chartLook>

/** A drawing that grows with its size, or an image of so many pixels. */
export const PICTURE_FORMATS = ['svg', 'png'] as const
export const pictureFormat = z.enum(PICTURE_FORMATS)
export type PictureFormat = z.infer<typeof pictureFormat>
