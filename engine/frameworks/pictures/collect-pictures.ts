import { PICTURE_LIMITS } from '../../../shared/model/pictures/limits.ts'
import type {
  CodedPictureProblem,
  PicturePlace,
  PictureProblem,
  PictureReading,
} from '../../../shared/model/pictures/pictures.ts'
import type { ReadPicture } from '../../files/pictures/read/read-picture.ts'
import type { NewPicture } from './keep-pictures.ts'

/** A picture as it stands in a file, before it is held against the others. */
export interface PictureEntry {
  /** The code of its indicator; null where there is none. */
  readonly code: string | null
  readonly place: PicturePlace
  readonly description: string
  readonly fileName: string
  /** Reads it, or says why it cannot be had. */
  readonly read: () => ReadPicture | CodedPictureProblem
}

/** The pictures that can be loaded, and what was wrong with those that cannot. */
export interface CollectedPictures {
  readonly pictures: readonly NewPicture[]
  readonly reading: PictureReading
}

/** The pictures of these entries: of an indicator the first, and every other entry is a problem at its place. */
export function collectPictures(entries: readonly PictureEntry[]): CollectedPictures {
  const pictures: NewPicture[] = []
  const found: PictureReading['found'] = []
  const problems: PictureProblem[] = []
  const taken = new Map<string, PicturePlace>()
  let bytes = 0
  for (const { code, place, description, fileName, read } of entries) {
    const first = code === null ? undefined : taken.get(code)
    const picture = first
      ? secondPicture(code ?? '', first)
      : readWithin(read, PICTURE_LIMITS.together - bytes)
    const problem = 'code' in picture ? picture : code === null ? NO_INDICATOR : null
    if (problem !== null) problems.push({ place, ...problem })
    if (problem?.code === 'too-much') break
    if ('code' in picture || code === null) continue
    bytes += picture.bytes.length
    taken.set(code, place)
    if (description.length > PICTURE_LIMITS.description) problems.push({ place, ...LONG })
    const said = description.slice(0, PICTURE_LIMITS.description)
    pictures.push({ ...picture, code, description: said, fileName })
    found.push({ code, place, description: said })
  }
  return { pictures, reading: { found, problems } }
}

const NO_INDICATOR: CodedPictureProblem = { code: 'no-indicator', data: {} }
const LONG: CodedPictureProblem = {
  code: 'long-description',
  data: { most: PICTURE_LIMITS.description },
}

const secondPicture = (indicator: string, first: PicturePlace): CodedPictureProblem => ({
  code: 'second-picture',
  data: { indicator, first },
})

function readWithin(read: PictureEntry['read'], room: number) {
  const picture = read()
  if ('code' in picture || picture.bytes.length <= room) return picture
  return { code: 'too-much', data: { most: PICTURE_LIMITS.together } } as const
}

/** Pictures with those of other files for the indicators that have none of them yet, and all that is wrong with either. */
export function joinPictures(first: CollectedPictures, then: CollectedPictures): CollectedPictures {
  const taken = new Set(first.pictures.map(({ code }) => code))
  const isNew = ({ code }: { readonly code: string }): boolean => !taken.has(code)
  return {
    pictures: [...first.pictures, ...then.pictures.filter(isNew)],
    reading: {
      found: [...first.reading.found, ...then.reading.found.filter(isNew)],
      problems: [...first.reading.problems, ...then.reading.problems],
    },
  }
}
