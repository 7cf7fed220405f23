import { constants, inflateSync } from 'node:zlib'

/** The content of a PDF that Chromium wrote. */
export interface ReadPdf {
  /** The sizes of its pages, in points. */
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  /** The names of the typefaces in it. */
  readonly fonts: readonly string[]
  /** All that is written on its pages, in the order in which it was drawn. */
  readonly words: string
}

type Characters = ReadonlyMap<string, string>

/** Reads a PDF as Chromium writes one: objects in the open, page contents and tables packed. */
export function readPdf(bytes: Buffer): ReadPdf {
  const pdf = bytes.toString('latin1')
  const objects = new Map(
    [...pdf.matchAll(/(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [id, body]),
  )
  const fonts = new Map<string, Characters>()
  for (const [, name = '', id = ''] of pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? ''
    if (!fonts.has(name)) fonts.set(name, charactersOf(unpacked(objects.get(table) ?? '')))
  }
  const contents = [...objects.values()].map(unpacked).filter(text => /\bBT\b/.test(text))
  return {
    pages: [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
      width: Number(width),
      height: Number(height),
    })),
    fonts: [...pdf.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name = '']) => name),
    words: contents.map(content => wordsOf(content, fonts)).join('\n'),
  }
}

/** The stream of an object, unpacked; nothing for one that has none. */
function unpacked(object: string): string {
  const packed = /\/FlateDecode[\s\S]*?>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1]
  if (packed === undefined) return ''
  // A last byte that looks like the end of a line is lost here; it is only a part of the checksum.
  const bytes = Buffer.from(packed, 'latin1')
  return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
}

/** The character of each glyph, by a font's table. */
function charactersOf(table: string): Characters {
  const found = new Map<string, string>()
  const put = (glyph: number, code: number) =>
    found.set(glyph.toString(16).padStart(4, '0').toUpperCase(), String.fromCodePoint(code))
  for (const [, lines = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', code = ''] of lines.matchAll(/<(\w{4})> <(\w{4})>/g)) {
      put(Number.parseInt(glyph, 16), Number.parseInt(code, 16))
    }
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, ...range] of lines.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g)) {
      const [from = 0, to = 0, code = 0] = range.map(figure => Number.parseInt(figure, 16))
      for (let glyph = from; glyph <= to; glyph++) put(glyph, code + glyph - from)
    }
  }
  return found
}

const MARKS = /\/(F\d+) [\d.]+ Tf|\/ActualText \(([^)]*)\)[\s\S]*?\bEMC\b|<([0-9A-F]+)>|\bET\b/g

/** A glyph that stands for no character of its own, such as a figure of equal width, has its text beside it. */
function wordsOf(content: string, fonts: ReadonlyMap<string, Characters>): string {
  let characters: Characters = new Map()
  let words = ''
  for (const [, font, text, glyphs] of content.matchAll(MARKS)) {
    if (font) characters = fonts.get(font) ?? new Map()
    else if (glyphs) words += (glyphs.match(/.{4}/g) ?? []).map(at => characters.get(at)).join('')
    else words += text ?? ' '
  }
  return words.replaceAll('\0', '')
}
