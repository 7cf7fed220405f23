import { remembering } from '../fast/remember.ts'
import type { Field, RecordKind, Stored } from './record-kind.ts'

/** Fields that this program does not know, as one JSON object with its names in order; null for none. */
export type Extra = string | null

/** A record as it was found in a package: its values in the order of its kind's fields. */
export interface ParsedRecord {
  readonly values: readonly Stored[]
  readonly extra: Extra
  readonly key: string
  /** The participant it is about; blank for records that are nobody's. */
  readonly person: string
}

/** What a record says, as one line of a package: always the same text for the same record. */
export type ToLine = (values: readonly Stored[], extra: Extra) => string

/** What stands in the line for what is in the store. */
const TO_TEXT: Readonly<Record<Field['form'], (value: Stored) => string>> = {
  value: value => JSON.stringify(value),
  json: value => String(value),
  flag: value => String(value === 1),
}

const writers = new WeakMap<RecordKind, ToLine>()

/** How the records of a kind are written: `values` in the order of its fields, as the store has them. */
export function lineWriter(kind: RecordKind): ToLine {
  const writer = writers.get(kind) ?? makeWriter(kind)
  writers.set(kind, writer)
  return writer
}

const KIND_LABEL = '{"kind":"'

/** How every line of a kind begins. */
export const lineStart = ({ name }: RecordKind): string => `${KIND_LABEL}${name}"`

/** The kind that a line names at its very beginning; anything for another line. */
export const kindOfLine = (line: string): string =>
  line.slice(KIND_LABEL.length, line.indexOf('"', KIND_LABEL.length))

/** What stands before the value of a field. */
export const fieldLabel = (field: string): string => `,${JSON.stringify(field)}:`

function makeWriter(kind: RecordKind): ToLine {
  const start = lineStart(kind)
  const parts = Object.entries(kind.fields).map(([field, { form, repeats }]) => {
    const label = fieldLabel(field)
    const toText = (value: Stored): string => label + TO_TEXT[form](value)
    return repeats && form === 'value' ? remembering(toText) : toText
  })
  return (values, extra) => {
    let line = start
    for (let index = 0; index < parts.length; index++)
      line += parts[index]?.(values[index] ?? null) ?? ''
    // The object without its first brace goes on where the fields end.
    return extra === null ? `${line}}` : `${line},${extra.slice(1)}`
  }
}

/** Unknown fields of a record as `Extra`; null when there are none. */
export function toExtra(unknown: readonly (readonly [string, unknown])[]): Extra {
  if (unknown.length === 0) return null
  const sorted = [...unknown].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}

/** What names a record among those of its kind. */
export function keyOf(values: readonly Stored[]): string {
  return values.join(' ')
}

/** The content of a JSON text, or undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Text that is no JSON, or nests too deeply to be read.
    return undefined
  }
}
