import { type Extra, keyOf, type ParsedRecord, toExtra } from '../format/canonical-line.ts'
import { personField, type RecordKind, type Stored, valueChecker } from '../format/record-kind.ts'

/** A record that does not fit its kind; `field` is undefined if the record does not fit as a whole. */
export class BadRecord extends Error {
  readonly field: string | undefined

  constructor(field?: string) {
    super(`The record has a ${field ?? 'whole'} that does not fit.`)
    this.field = field
  }
}

/** Reads a record of one kind from parsed JSON, and checks it. Throws `BadRecord`. */
export type ParseRecord = (content: Readonly<Record<string, unknown>>) => ParsedRecord

/** A parser for records of a kind. */
export function recordParser(kind: RecordKind, depth: number): ParseRecord {
  const names = Object.keys(kind.fields)
  const checks = Object.values(kind.fields).map(valueChecker)
  const complete = recordCompleter(kind)
  return content => {
    const values = names.map((name, index) => {
      const value = checks[index]?.(content[name])
      if (value === undefined) throw new BadRecord(name)
      return value
    })
    return complete(values, unknownFields(content, kind, depth))
  }
}

/** Makes a record of values that fit one by one. Throws `BadRecord` if they do not fit each other. */
export function recordCompleter(
  kind: RecordKind,
): (values: readonly Stored[], extra: Extra) => ParsedRecord {
  const names = Object.keys(kind.fields)
  const keyIndexes = kind.key.map(name => names.indexOf(name))
  const [onlyKey = -1] = keyIndexes.length === 1 ? keyIndexes : []
  const personIndex = names.indexOf(personField(kind) ?? '')
  return (values, extra) => {
    if (kind.check?.(name => values[names.indexOf(name)] ?? null) === false) throw new BadRecord()
    return {
      values,
      extra,
      // Most kinds have one, and to join it with nothing takes longer.
      key:
        onlyKey < 0
          ? keyOf(keyIndexes.map(index => values[index] ?? null))
          : String(values[onlyKey] ?? ''),
      person: personIndex < 0 ? '' : String(values[personIndex]),
    }
  }
}

function unknownFields(
  content: Readonly<Record<string, unknown>>,
  { fields }: RecordKind,
  depth: number,
): Extra {
  const names = Object.keys(content)
  // There are only the fields and the kind itself.
  if (names.length === Object.keys(fields).length + 1) return null
  const unknown = names.filter(name => name !== 'kind' && !Object.hasOwn(fields, name))
  if (unknown.some(name => !isWithin(content[name], depth))) throw new BadRecord()
  return toExtra(unknown.map(name => [name, content[name]]))
}

/** Tests whether a value nests no deeper than `depth` and holds only text that a database can keep. */
export function isWithin(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value)
  if (value === null || typeof value !== 'object') return true
  if (depth === 0) return false
  return Object.entries(value).every(
    ([name, item]) => isWithin(name, 0) && isWithin(item, depth - 1),
  )
}
