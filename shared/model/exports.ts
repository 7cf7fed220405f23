import { z } from 'zod'
import { round } from './rating.ts'
import { resultsScope } from './results.ts'
import { criterion, id } from './vocabulary.ts'

/**
 * The kinds of file that an export can be; each is the ending of the file. Only a front that can draw
 * pages writes `pdf`; any other refuses it with CANNOT_DRAW_PDF.
 */
export const EXPORT_FORMATS = [
  'xlsx',
  'docx',
  'pptx',
  'csv',
  'zip',
  'html',
  'pdf',
  'parquet',
] as const
export const exportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof exportFormat>

/** Tests whether a kind of file has headings for people alone, which may be in another language than English. */
export const isInLanguages = (format: ExportFormat): boolean =>
  format !== 'zip' && format !== 'parquet'

/**
 * The names of people in an export: the codes of their workshops, or pseudonyms made for this one
 * export.
 */
export const PEOPLE_NAMES = ['codes', 'pseudonyms'] as const
const peopleNames = z.enum(PEOPLE_NAMES)

/**
 * The releases of an export, by who gets it: `research` is everything, for the protected store; `tables` has no row
 * about one person and leaves out what is of few; `rows` has the answers of each person without anything about them,
 * and nothing by group. Left out, research.
 */
export const RELEASES = ['research', 'tables', 'rows'] as const
export const release = z.enum(RELEASES)
export type Release = z.infer<typeof release>

/** The scope of an export: the ratings, the way they are judged, and the detail about people. */
export const exportScope = resultsScope.extend({
  release: release.optional(),
  /** The rounds whose ratings are listed; left out, all. `round` is the round of the results. */
  rounds: z.array(round).min(1).optional(),
  /** The names of people; left out, codes. */
  people: peopleNames.optional(),
  /** True or left out: with comments. */
  comments: z.boolean().optional(),
  /**
   * Leaves out figures of fewer people than this, and the group of each person; left out, nothing. In tables and rows
   * it is the number of people below which nothing is told, and left out 5.
   */
  hideUnder: z.number().int().min(2).max(100).optional(),
})
export type ExportScope = z.infer<typeof exportScope>

/**
 * The ways in which a row of ratings counts in the results of its round: `yes`, or the reason why not. `conflict`
 * stands beside another current answer of the same person, `test` is of a test, `aside` is about an indicator that
 * only a framework version set aside has, `no_answer` is a comment alone or an answer taken back, `other_wording` was
 * given to another wording than the chosen one, and `other_group` is of a person who counts, by a link, in a group
 * that is not in scope.
 */
export const ROW_COUNTS = [
  'yes',
  'conflict',
  'test',
  'aside',
  'no_answer',
  'other_wording',
  'other_group',
] as const
export type RowCounts = (typeof ROW_COUNTS)[number]

/** The indicators of a chart, in its order; left out means all. */
const indicators = z.array(id).max(20_000).optional()

/** The figures that the cells of a heat map can show. */
export const HEAT_FIGURES = ['favourable', 'median'] as const
export type HeatFigure = (typeof HEAT_FIGURES)[number]

/** A chart, and the figures that it shows. */
export const chartChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('priority-map'), indicators }),
  /** The number of people at each level, a bar for each indicator. */
  z.object({ kind: z.literal('answers'), criterion, indicators }),
  /** The same for one indicator, a bar for each group. */
  z.object({ kind: z.literal('answers-by-group'), criterion, indicator: id }),
  /** A heat map of groups by indicators, one figure a cell. */
  z.object({ kind: z.literal('groups'), criterion, figure: z.enum(HEAT_FIGURES), indicators }),
  /** The moves from one round to another. */
  z.object({ kind: z.literal('rounds'), criterion, from: round, to: round, indicators }),
])
export type ChartChoice = z.infer<typeof chartChoice>

/** The themes of a picture: for a light page, a dark one, or paper. */
export const FILE_THEME_NAMES = ['light', 'dark', 'print'] as const
export type FileThemeName = (typeof FILE_THEME_NAMES)[number]

/** The theme and the width in pixels of a chart's picture. */
export const pictureOptions = z.object({
  theme: z.enum(FILE_THEME_NAMES).default('light'),
  width: z.number().int().min(320).max(2400).default(1000),
})
export type PictureOptions = z.infer<typeof pictureOptions>

/** A drawing that grows with its size, or an image of so many pixels. */
export const PICTURE_FORMATS = ['svg', 'png'] as const
export const pictureFormat = z.enum(PICTURE_FORMATS)
export type PictureFormat = z.infer<typeof pictureFormat>

/** The changes of an indicator from one round to the next, as an export tells of them. */
export const ROUND_CHANGE_KINDS = ['added', 'reworded', 'dropped', 'not asked again'] as const
export type RoundChangeKind = (typeof ROUND_CHANGE_KINDS)[number]
