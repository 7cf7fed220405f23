import { remember } from '../../remember.ts'
import { lineStart, type ParsedRecord } from '../format/canonical-line.ts'
import {
  type CheckValue,
  type Field,
  type RecordKind,
  type Stored,
  valueChecker,
} from '../format/record-kind.ts'
import { recordCompleter } from '../read/parse-record.ts'
import type { Line } from '../read/read-lines.ts'

/**
 * Reads a line that is exactly the canonical one of its record, without making an object of it. Returns undefined
 * for any other line, which may be right all the same. Throws `BadRecord` for values that do not fit each other. What
 * it returns holds until the next line.
 */
export type ScanLine = (line: Line) => ParsedRecord | undefined

/**
 * A scanner for a kind. Records in a row share most values: the bytes that two lines share are passed over, and only what
 * differs is looked up, which takes far longer. Undefined where a field of it is kept in another form than a
 * text or a number.
 */
export function lineScanner(kind: RecordKind): ScanLine | undefined {
  const fields = Object.entries(kind.fields)
  if (fields.some(([, { form }]) => form !== 'value')) return undefined
  const pieces = fields.map(([name, field], index) =>
    pieceOf(field, `${index === 0 ? lineStart(kind) : ''},${JSON.stringify(name)}:`),
  )
  const complete = recordCompleter(kind)
  let before: Line | undefined
  const values: Stored[] = []
  return line => {
    const last = before
    before = undefined
    let at = line.from
    let lastAt = last?.from ?? 0
    let same = last ? sameBytes(line, at, last, lastAt) : 0
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index]
      if (!piece) break
      const { length } = piece
      lastAt += length
      // The byte behind it is the same as well, as a number could go on.
      if (length < same) {
        at += length
        same -= length
        continue
      }
      if (!piece.read(line, at)) return undefined
      values[index] = piece.value
      at += piece.length
      same = last ? sameBytes(line, at, last, lastAt) : 0
    }
    if (line.bytes[at] !== BRACE || at + 1 !== line.to) return undefined
    before = line
    return complete(values, null)
  }
}

const [QUOTE, COMMA, BRACE] = [0x22, 0x2c, 0x7d]

/** The number of bytes that are the same from these places of two lines on. */
function sameBytes(line: Line, at: number, last: Line, lastAt: number): number {
  const [bytes, others] = [line.view, last.view]
  const most = Math.min(line.to - at, last.to - lastAt)
  let same = 0
  while (same + 4 <= most && bytes.getInt32(at + same) === others.getInt32(lastAt + same)) {
    same += 4
  }
  while (same < most && bytes.getUint8(at + same) === others.getUint8(lastAt + same)) same += 1
  return same
}

/** The name of a field in a line with its value and what stands before them, and how to read it anew. */
interface Piece {
  /** The number of its bytes, and its value. */
  length: number
  value: Stored
  /** Reads it from a place on. Returns false if it is not plain there, or does not fit. */
  readonly read: (line: Line, at: number) => boolean
}

function pieceOf(field: Field, label: string): Piece {
  const labelBytes = Buffer.from(label)
  const read = plainReader(field)
  const piece: Piece = {
    length: 0,
    value: null,
    read: (line, at) => {
      const from = at + labelBytes.length
      if (from >= line.to || !isAt(line, at, labelBytes)) return false
      const end = line.bytes[from] === QUOTE ? textEnd(line, from + 1) : otherEnd(line, from)
      if (end < 0) return false
      const value = read(line.characters.slice(from, end))
      if (value === undefined) return false
      piece.value = value
      piece.length = end - at
      return true
    },
  }
  return piece
}

function isAt({ bytes }: Line, at: number, label: Buffer): boolean {
  for (let index = 0; index < label.length; index++) {
    if (bytes[at + index] !== label[index]) return false
  }
  return true
}

/** The place behind a text that begins here; -1 if it does not end. */
function textEnd({ bytes, to }: Line, from: number): number {
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE) return at + 1
  return -1
}

/** The place behind a value that is no text. */
function otherEnd({ bytes, to }: Line, from: number): number {
  let at = from
  while (at < to && bytes[at] !== COMMA && bytes[at] !== BRACE) at += 1
  return at
}

/** JSON that can be written in no other way: text without escapes, null, and whole numbers from 0. */
const PLAIN_ASCII = /^"[ !#-[\]-~]*"$/
const PLAIN_TEXT = /^"[^"\\\p{Cc}]*"$/u
const PLAIN_OTHER = /^(?:null|0|[1-9]\d{0,8})$/

/**
 * A reader of plain JSON for a field, given as one character for each byte. It returns undefined for any other and for
 * what does not fit.
 */
function plainReader(field: Field): (json: string) => ReturnType<CheckValue> {
  const check = valueChecker({ ...field, repeats: false })
  const read = (json: string): ReturnType<CheckValue> => {
    if (PLAIN_ASCII.test(json)) return check(json.slice(1, -1))
    if (PLAIN_OTHER.test(json)) return check(JSON.parse(json))
    const text = Buffer.from(json, 'latin1').toString('utf8')
    return PLAIN_TEXT.test(text) ? check(text.slice(1, -1)) : undefined
  }
  if (!field.repeats) return read
  const known = new Map<string, Stored>()
  return json => {
    const before = known.get(json)
    if (before !== undefined) return before
    const value = read(json)
    if (value === undefined) return undefined
    const kept = ownCopy(value)
    remember(known, ownCopy(json), kept)
    return kept
  }
}

/** A copy that is no part of a larger text, as a piece of a line is, which would keep the whole of it in memory. */
const ownCopy = <Value extends Stored>(value: Value): Value => JSON.parse(JSON.stringify(value))
