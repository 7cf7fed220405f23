import { z } from 'zod'
import { FILE_THEME_NAMES } from '../charts/theme/file-themes.ts'
import { id } from './vocabulary.ts'

/** The indicators of a chart, in the order in which it has them; left out means all. */
const indicators = z.array(id).max(20_000).optional()

/** Which chart, and of what. */
export const chartChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('priority-map'), indicators }),
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
