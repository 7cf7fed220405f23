import { posix } from 'node:path'
import { readPicture } from '../pictures/read/read-picture.ts'
import { plainMarkup } from './sheet-facts.ts'
import type { SheetPicture, SpreadsheetLimits } from './spreadsheet.ts'

/** A file inside a zipped spreadsheet, of the size that the list of contents says it has. */
export interface PackedPart {
  readonly name: string
  readonly size: number
  /** Unpacks it. Throws if it holds more or less than it says, or cannot be unpacked. */
  readonly unpack: () => Buffer
}

/** A part with drawings is never longer in a workbook that people made. */
const LONGEST_DRAWING = 4_000_000

/** A larger picture is not unpacked: what is cut of one is never most of it. */
const LARGEST_PICTURE = 20_000_000

/** The parts of an Excel file: those that are unpacked, by their names in small letters, and the others. */
export interface PictureParts {
  readonly texts: ReadonlyMap<string, Buffer>
  readonly packed: readonly PackedPart[]
}

/** Finds the pictures that lie over the cells of a sheet, by the name of its part in small letters. */
export type FindPictures = (sheet: string) => readonly SheetPicture[]

/**
 * A finder of the pictures of an Excel file, each at the cell in which its upper left corner lies. Together they are unpacked up
 * to the limit; a picture that cannot be taken is there with the reason.
 */
export function pictureFinder(
  { texts, packed }: PictureParts,
  { pictureBytes: most }: Pick<SpreadsheetLimits, 'pictureBytes'>,
): FindPictures {
  const media = new Map(packed.map(part => [part.name.toLowerCase(), part]))
  let taken = 0
  const unpacked = (target: string): SheetPicture['content'] => {
    const part = media.get(target)
    if (part === undefined) return { code: 'damaged', data: {} }
    const { size: bytes, unpack } = part
    if (bytes > LARGEST_PICTURE)
      return { code: 'too-large', data: { bytes, most: LARGEST_PICTURE } }
    if (taken + bytes > most) return { code: 'too-much', data: { most } }
    taken += bytes
    const picture = readPicture(unpack())
    if ('code' in picture) return picture
    return { type: picture.type, data: picture.bytes.toString('base64') }
  }
  return sheet => {
    const relations = relationsOf(texts, sheet)
    return [...relations.values()]
      .filter(({ type }) => type.endsWith('/drawing'))
      .flatMap(({ target }) => placedIn(texts, target))
      .map(({ target, ...placed }) => ({ ...placed, content: unpacked(target) }))
  }
}

interface Relation {
  readonly type: string
  /** The part that it leads to, by its name in small letters. */
  readonly target: string
}

const attribute = (tag: string, name: string): string =>
  plainMarkup(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The parts that a part refers to, by the ids that it knows them by. */
function relationsOf(texts: PictureParts['texts'], part: string): ReadonlyMap<string, Relation> {
  const folder = posix.dirname(part)
  const list = textOf(texts, `${folder}/_rels/${posix.basename(part)}.rels`)
  return new Map(
    [...list.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([tag]) => {
      const target = attribute(tag, 'Target')
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      return [
        attribute(tag, 'Id'),
        { type: attribute(tag, 'Type'), target: path.toLowerCase() },
      ] as const
    }),
  )
}

function textOf(texts: PictureParts['texts'], name: string): string {
  const part = texts.get(name)
  return part === undefined || part.length > LONGEST_DRAWING ? '' : part.toString('utf8')
}

type Placed = Omit<SheetPicture, 'content'> & { readonly target: string }

/** The pictures of a part with drawings. What lies over no cell, or is a shape or a chart, is none. */
function placedIn(texts: PictureParts['texts'], drawing: string): readonly Placed[] {
  const relations = relationsOf(texts, drawing)
  return textOf(texts, drawing)
    .split(/<(?:\w+:)?(?:two|one)CellAnchor\b/)
    .slice(1)
    .flatMap(anchor => {
      const column = numberIn(anchor, 'col')
      const row = numberIn(anchor, 'row')
      if (column === null || row === null) return []
      const pictures = anchor.split(/<(?:\w+:)?pic(?=[\s>])/).slice(1)
      return pictures.flatMap(picture => {
        const named = /<(?:\w+:)?cNvPr\b[^<>]*>/.exec(picture)?.[0] ?? ''
        const embedded = /<(?:\w+:)?blip\b[^<>]*?\b\w+:embed="([^"]*)"/.exec(picture)?.[1]
        const target = relations.get(embedded ?? '')?.target
        if (target === undefined) return []
        const isDecorative = /<(?:\w+:)?decorative\b[^<>]*\bval="1"/.test(picture)
        const description = isDecorative ? '' : describedAs(attribute(named, 'descr'))
        return [
          { row: row + 1, column: column + 1, description, name: posix.basename(target), target },
        ]
      })
    })
}

function numberIn(anchor: string, name: string): number | null {
  const found = new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d{1,7})\\s*<`).exec(anchor)?.[1]
  return found === undefined ? null : Number(found)
}

/** A text that programs put where a person would describe a picture: the name of its file, or what it is. */
const NO_DESCRIPTION =
  /^\s*(?:(?:name|picture|image|grafik)(?: \d+)?|[^\n]*\.(?:png|jpe?g|webp|gif|bmp|tiff?))\s*$/i

/** A description without what Excel puts below one that it made up itself. */
const describedAs = (text: string): string =>
  NO_DESCRIPTION.test(text)
    ? ''
    : text
        .replace(/\s*(?:Description automatically generated.*|AI-generated content may be.*)$/s, '')
        .trim()
