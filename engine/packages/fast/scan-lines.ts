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

/**
 * Reads a line that is exactly the canonical one of its record, without making an object of it. Returns undefined
 * for any other line, which may be right all the same. Throws `BadRecord` for values that do not fit each other.
 */
export type ScanLine = (line: string) => ParsedRecord | undefined

/** A scanner for a kind; undefined where a field of it is kept in another form than a text or a number. */
export function lineScanner(kind: RecordKind): ScanLine | undefined {
  const fields = Object.entries(kind.fields)
  if (fields.some(([, { form }]) => form !== 'value')) return undefined
  const start = `${lineStart(kind)},`
  const scanners = fields.map(([name, field], index) =>
    fieldScanner(name, field, index < fields.length - 1 ? ',' : '}'),
  )
  const complete = recordCompleter(kind)
  return line => {
    if (!line.startsWith(start)) return undefined
    const values: Stored[] = []
    let at = start.length
    for (const scan of scanners) {
      at = scan(line, at, values)
      if (at === NOT_PLAIN) return undefined
    }
    return at === line.length ? complete(values, null) : undefined
  }
}

/** Reads one field of a line from a place on and adds its value. Returns the place behind it, or `NOT_PLAIN`. */
type ScanField = (line: string, at: number, values: Stored[]) => number

const NOT_PLAIN = -1

/**
 * A scanner for one field, and the comma or brace behind it. Records in a row share most values, and to compare a piece
 * of a line with the one before takes a fraction of the time of looking it up.
 */
function fieldScanner(name: string, field: Field, end: ',' | '}'): ScanField {
  const label = `${JSON.stringify(name)}:`
  const read = plainReader(field)
  let piece = label
  let value: Stored | undefined
  return (line, at, values) => {
    let behind = at + piece.length
    if (value === undefined || line.slice(at, behind) !== piece) {
      const from = at + label.length
      const last = line[from] === '"' ? line.indexOf('"', from + 1) + 1 : line.indexOf(end, from)
      behind = last + 1
      if (last <= from || line[last] !== end || line.slice(at, from) !== label) return NOT_PLAIN
      value = read(line.slice(from, last))
      if (value === undefined) return NOT_PLAIN
      piece = line.slice(at, behind)
    }
    values.push(value)
    return behind
  }
}

/** JSON that can be written in no other way: text without escapes, null, and whole numbers from 0. */
const PLAIN_TEXT = /^"[^"\\\p{Cc}]*"$/u
const PLAIN_OTHER = /^(?:null|0|[1-9]\d{0,8})$/

/** A reader of plain JSON for a field, which returns undefined for any other and for what does not fit. */
function plainReader(field: Field): (json: string) => ReturnType<CheckValue> {
  const check = valueChecker({ ...field, repeats: false })
  const read = (json: string): ReturnType<CheckValue> => {
    if (PLAIN_TEXT.test(json)) return check(json.slice(1, -1))
    return PLAIN_OTHER.test(json) ? check(JSON.parse(json)) : undefined
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
