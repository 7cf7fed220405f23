import type { Extra } from './canonical-line.ts'
import { keyOf, toExtra } from './canonical-line.ts'
import type { Field, RecordKind, Stored } from './record-kind.ts'
import { personField } from './record-kind.ts'

/** A record as it was found in a package: its values in the order of its kind's fields. */
export interface ParsedRecord {
  readonly values: readonly Stored[]
  readonly extra: Extra
  readonly key: string
  /** The participant it is about; blank for records that are nobody's. */
  readonly person: string
}

/** A record that does not fit its kind: which field, or undefined for the record as a whole. */
export class BadRecord extends Error {
  readonly field: string | undefined

  constructor(field?: string) {
    super(`The record has a ${field ?? 'whole'} that does not fit.`)
    this.field = field
  }
}

/** Values that were found to fit are remembered up to this many, so that memory stays bounded. */
const REMEMBERED = 50_000

/** Reads one record of a kind from its parsed line. Throws `BadRecord`. */
export type ParseRecord = (content: Readonly<Record<string, unknown>>) => ParsedRecord

/** How the records of a kind are read and checked. */
export function recordParser(kind: RecordKind, depth: number): ParseRecord {
  const names = Object.keys(kind.fields)
  const checks = Object.values(kind.fields).map(valueChecker)
  const keyIndexes = kind.key.map(name => names.indexOf(name))
  const personIndex = names.indexOf(personField(kind) ?? '')
  return content => {
    const values = names.map((name, index) => {
      const value = checks[index]?.(content[name])
      if (value === undefined) throw new BadRecord(name)
      return value
    })
    if (kind.check?.(name => values[names.indexOf(name)] ?? null) === false) throw new BadRecord()
    return {
      values,
      extra: extraOf(content, kind, depth),
      key: keyOf(keyIndexes.map(index => values[index] ?? null)),
      person: personIndex < 0 ? '' : String(values[personIndex]),
    }
  }
}

/** Gives a value as the store keeps it, or undefined where it does not fit the field. */
function valueChecker({ schema, repeats, form }: Field): (value: unknown) => Stored | undefined {
  const check = (value: unknown): Stored | undefined =>
    schema.safeParse(value).success ? TO_STORED[form](value) : undefined
  if (!repeats || form === 'json') return check
  const fitting = new Map<unknown, Stored>()
  return value => {
    const known = fitting.get(value)
    if (known !== undefined) return known
    const checked = check(value)
    if (checked === undefined) return undefined
    if (fitting.size >= REMEMBERED) fitting.clear()
    fitting.set(value, checked)
    return checked
  }
}

/** What the store keeps of a value that was found to fit. */
const TO_STORED: Readonly<Record<Field['form'], (value: unknown) => Stored>> = {
  value: value => value as Stored,
  // A value that is not there is null in the store too, not the text “null”.
  json: value => (value === null ? null : JSON.stringify(value)),
  flag: value => (value === true ? 1 : 0),
}

function extraOf(
  content: Readonly<Record<string, unknown>>,
  { fields }: RecordKind,
  depth: number,
): Extra {
  const names = Object.keys(content)
  // The fields and the kind itself, and nothing else.
  if (names.length === Object.keys(fields).length + 1) return null
  const unknown = names.filter(name => name !== 'kind' && !Object.hasOwn(fields, name))
  if (unknown.some(name => !isWithin(content[name], depth))) throw new BadRecord()
  return toExtra(unknown.map(name => [name, content[name]]))
}

/** Whether a value nests no deeper than this and holds only text that a database can keep. */
export function isWithin(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value)
  if (value === null || typeof value !== 'object') return true
  if (depth === 0) return false
  return Object.entries(value).every(
    ([name, item]) => isWithin(name, 0) && isWithin(item, depth - 1),
  )
}
