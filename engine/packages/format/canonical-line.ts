import { remembering } from '../../remember.ts'
import type { Field, RecordKind, Stored } from './record-kind.ts'

/** The unknown fields of a record as one JSON object with its names in order; null for none. */
export type Extra = string | null

/** A record as it was found in a package: its values in the order of its kind's fields. */
export interface ParsedRecord {
  readonly values: readonly Stored[]
  readonly extra: Extra
  readonly key: string
  /** The participant that it is about; blank if it is about nobody. */
  readonly person: string
}

/** Writes a record as its canonical line: always the same text for the same record. */
export type ToLine = (values: readonly Stored[], extra: Extra) => string

/** Conversions of stored values to their text in a line. */
const TO_TEXT: Readonly<Record<Field['form'], (value: Stored) => string>> = {
  value: value => JSON.stringify(value),
  json: value => String(value),
  flag: value => String(value === 1),
}

const writers = new WeakMap<RecordKind, ToLine>()

/** The writer for records of a kind. It takes stored values in the order of the kind's fields. */
export function lineWriter(kind: RecordKind): ToLine {
  const writer = writers.get(kind) ?? makeWriter(kind)
  writers.set(kind, writer)
  return writer
}

/** The text with which every line of a kind begins. */
export const lineStart = ({ name }: RecordKind): string => `{"kind":"${name}"`

function makeWriter(kind: RecordKind): ToLine {
  const start = lineStart(kind)
  const parts = Object.entries(kind.fields).map(([field, { form, repeats }]) => {
    const label = `,${JSON.stringify(field)}:`
    const toText = (value: Stored): string => label + TO_TEXT[form](value)
    return repeats && form === 'value' ? remembering(toText) : toText
  })
  return (values, extra) => {
    let line = start
    for (let index = 0; index < parts.length; index++)
      line += parts[index]?.(values[index] ?? null) ?? ''
    // Unknown fields follow the known ones, in the same object.
    return extra === null ? `${line}}` : `${line},${extra.slice(1)}`
  }
}

/** Packs the unknown fields of a record; null if there are none. */
export function toExtra(unknown: readonly (readonly [string, unknown])[]): Extra {
  if (unknown.length === 0) return null
  const sorted = [...unknown].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}

/** The text that identifies a record among those of its kind: the values of its key, joined by spaces. */
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
