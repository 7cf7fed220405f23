import { fieldLabel, lineStart, parseJson } from '../format/canonical-line.ts'
import {
  type Field,
  personField,
  type RecordKind,
  type Stored,
  valueChecker,
} from '../format/record-kind.ts'
import { remember } from './remember.ts'

/**
 * Reads the values of a record from its canonical line, checked and in the order of its kind's fields. Returns
 * undefined for any other line, which may be valid too and has to be parsed as JSON.
 */
export type ScanLine = (line: string) => readonly Stored[] | undefined

/** The pattern of a JSON value: a text without escapes, a number or null. */
const TOKEN = String.raw`("[^"\\\x00-\x1f]*"|[^",}]+)`

/**
 * A scanner for lines of a kind; undefined for kinds of which a package has few. Nearly all lines of a package
 * are canonical lines of people's records. Recognised by the labels of their fields, they need neither be
 * parsed as JSON nor be written again to be hashed.
 */
export function lineScanner(kind: RecordKind): ScanLine | undefined {
  const fields = Object.entries(kind.fields)
  const isPeoplesText = personField(kind) !== undefined
  if (!isPeoplesText || fields.some(([, { form }]) => form !== 'value')) return undefined
  const labelled = fields.map(([name]) => fieldLabel(name) + TOKEN).join('')
  // The brace at the start is escaped; the rest has no special characters.
  const pattern = new RegExp(`^\\${lineStart(kind)}${labelled}\\}$`)
  const readers = fields.map(([, field]) => tokenReader(field))
  return line => {
    const tokens = pattern.exec(line)
    if (!tokens) return undefined
    const values: Stored[] = []
    for (let index = 0; index < readers.length; index++) {
      const value = readers[index]?.(tokens[index + 1] ?? '')
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  }
}

interface Read {
  readonly token: string
  readonly value: Stored
}

/** A function from the token of a field to its value; undefined if it does not fit or is not canonical. */
function tokenReader(field: Field): (token: string) => Stored | undefined {
  const check = valueChecker({ ...field, repeats: false })
  if (!field.repeats) return token => check(parseToken(token))
  const read = (token: string): Read | undefined => {
    // A copy is remembered, since a substring would keep its whole line in memory.
    const content = parseJson(token)
    const own = JSON.stringify(content)
    const value = own === token ? check(content) : undefined
    return value === undefined ? undefined : { token: own, value }
  }
  const fitting = new Map<string, Read>()
  let last: Read | undefined
  return token => {
    // People rate one indicator after the other, so most fields have the value of the line before.
    if (token === last?.token) return last.value
    const known = fitting.get(token)
    last = known ?? read(token)
    if (last && !known) remember(fitting, last.token, last)
    return last?.value
  }
}

/** The content of a token; undefined if it is no JSON, or not written canonically. */
function parseToken(token: string): unknown {
  if (token.startsWith('"')) return token.slice(1, -1)
  const content = parseJson(token)
  return JSON.stringify(content) === token ? content : undefined
}
