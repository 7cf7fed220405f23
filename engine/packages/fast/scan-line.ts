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
 * The values of a record, checked and in the order of its kind's fields, where its line is written just as
 * this program writes it. Undefined for any other line, which may be as good and has to be read as JSON.
 */
export type ScanLine = (line: string) => readonly Stored[] | undefined

/** A value as JSON has it: a text without anything that must be escaped, or a number, or null. */
const TOKEN = String.raw`("[^"\\\x00-\x1f]*"|[^",}]+)`

/**
 * How lines of a kind are scanned; undefined for kinds of which there are few. Nearly all of a package is
 * what people say, in lines that this program wrote: these are known by the labels of their fields, and need
 * neither be read as JSON nor written anew to be hashed.
 */
export function lineScanner(kind: RecordKind): ScanLine | undefined {
  const fields = Object.entries(kind.fields)
  const isPeoplesText = personField(kind) !== undefined
  if (!isPeoplesText || fields.some(([, { form }]) => form !== 'value')) return undefined
  const labelled = fields.map(([name]) => fieldLabel(name) + TOKEN).join('')
  // What begins with a brace is taken as it stands.
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

/** Gives what a token of a field says, or undefined where it does not fit or would be written otherwise. */
function tokenReader(field: Field): (token: string) => Stored | undefined {
  const check = valueChecker({ ...field, repeats: false })
  if (!field.repeats) return token => check(contentOf(token))
  const read = (token: string): Read | undefined => {
    // What is remembered is a text of its own: a part of a line holds on to the whole of it.
    const content = parseJson(token)
    const own = JSON.stringify(content)
    const value = own === token ? check(content) : undefined
    return value === undefined ? undefined : { token: own, value }
  }
  const fitting = new Map<string, Read>()
  let last: Read | undefined
  return token => {
    // People rate one indicator after the other, so most fields say what they said in the line before.
    if (token === last?.token) return last.value
    const known = fitting.get(token)
    last = known ?? read(token)
    if (last && !known) remember(fitting, last.token, last)
    return last?.value
  }
}

/** What a token says; undefined for one that is none, or would be written in another way. */
function contentOf(token: string): unknown {
  if (token.startsWith('"')) return token.slice(1, -1)
  const content = parseJson(token)
  return JSON.stringify(content) === token ? content : undefined
}
