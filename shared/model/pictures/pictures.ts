import { z } from 'zod'
import { type Coded, coded } from '../coded.ts'
import { id } from '../vocabulary.ts'

/** The types of pictures that are shown, as the web names them. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const
export const pictureType = z.enum(PICTURE_TYPES)
export type PictureType = z.infer<typeof pictureType>

/** The SHA-256 that names the content of a picture. */
export const pictureContentId = z.string().regex(/^[0-9a-f]{64}$/)

/** The picture of an indicator, without its bytes. */
export const indicatorPicture = z.object({
  indicator: id,
  content: pictureContentId,
  /** A text for people who do not see it; empty for a picture that only decorates. */
  description: z.string(),
  /** The file that it came from. */
  fileName: z.string(),
})
export type IndicatorPicture = z.infer<typeof indicatorPicture>

/** The bytes of a picture, as base64. */
export const pictureContent = z.object({ type: pictureType, data: z.string() })
export type PictureContent = z.infer<typeof pictureContent>

/** The place of a picture: a file, or a cell as the spreadsheet names it. */
export const picturePlace = z.union([
  z.object({ file: z.string() }),
  z.object({ sheet: z.string(), cell: z.string() }),
])
export type PicturePlace = z.infer<typeof picturePlace>

/** Every kind of problem that pictures in files can have; what is wrong is passed over, and the rest is read. */
export const PICTURE_PROBLEMS = {
  'no-indicator': z.object({}),
  /** `first` is the place of the one that is taken. */
  'second-picture': z.object({ indicator: z.string(), first: picturePlace }),
  'too-large': z.object({ bytes: z.number().int(), most: z.number().int() }),
  'too-wide': z.object({
    width: z.number().int(),
    height: z.number().int(),
    most: z.number().int(),
  }),
  /** This picture and all after it are more than may come together. */
  'too-much': z.object({ most: z.number().int() }),
  'not-a-picture': z.object({}),
  'has-programs': z.object({}),
  moves: z.object({}),
  damaged: z.object({}),
  unreadable: z.object({}),
  /** A cell names a file that is not among those that came. */
  'no-such-file': z.object({ name: z.string() }),
  'long-description': z.object({ most: z.number().int() }),
} as const

/** A problem of a picture without its place: its code, with the data of that code. */
export const codedPictureProblem = coded(PICTURE_PROBLEMS)
export type CodedPictureProblem = Coded<typeof PICTURE_PROBLEMS>

/** A problem of a picture, with its place. */
export const pictureProblem = z.object({ place: picturePlace }).and(codedPictureProblem)
export type PictureProblem = z.infer<typeof pictureProblem>

/** A picture that the row of an indicator names or holds. */
export const filePicture = z.object({
  /** Null for a picture that lies beside no indicator. */
  code: z.string().nullable(),
  /** The cell that names its file, or over which it lies. */
  sheet: z.string(),
  cell: z.string(),
  /** The name of its file; null for a picture that lies in the sheet. */
  name: z.string().nullable(),
  description: z.string(),
})
export type FilePicture = z.infer<typeof filePicture>

/** The pictures that were found in files, by the codes of their indicators, and what is wrong. */
export const pictureReading = z.object({
  found: z.array(z.object({ code: z.string(), place: picturePlace, description: z.string() })),
  problems: z.array(pictureProblem),
})
export type PictureReading = z.infer<typeof pictureReading>
