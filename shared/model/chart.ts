import { z } from 'zod'
import { HEAT_FIGURES } from '../charts/heat-map/cells.ts'
import { FILE_THEME_NAMES } from '../charts/theme/file-themes.ts'
import { round } from './rating.ts'
import { criterion, id } from './vocabulary.ts'

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
