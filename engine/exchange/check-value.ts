import { fitsSchema } from './field-schemas.ts'
import type { Field, Stored } from './record-kind.ts'

/** Gives a value as the store keeps it, or undefined where it does not fit its field. */
export type CheckValue = (value: unknown) => Stored | undefined

/** Values that were found to fit are remembered up to this many, so that memory stays bounded. */
const REMEMBERED = 50_000

/** What the store keeps of a value that was found to fit. */
const TO_STORED: Readonly<Record<Field['form'], (value: unknown) => Stored>> = {
  value: value => value as Stored,
  // A value that is not there is null in the store too, not the text “null”.
  json: value => (value === null ? null : JSON.stringify(value)),
  flag: value => (value === true ? 1 : 0),
}

/** How the values of a field are checked. */
export function valueChecker({ schema, repeats, form }: Field): CheckValue {
  const fits = fitsSchema(schema)
  const check: CheckValue = value => (fits(value) ? TO_STORED[form](value) : undefined)
  return repeats && form !== 'json' ? remembering(check) : check
}

/** The same for values that come again and again: each is checked once. */
function remembering(check: CheckValue): CheckValue {
  const fitting = new Map<unknown, Stored>()
  return value => {
    const known = fitting.get(value)
    if (known !== undefined) return known
    const checked = check(value)
    if (checked !== undefined) remember(fitting, value, checked)
    return checked
  }
}

/** Remembers a value that fits; all are forgotten where they became too many. */
export function remember<Key, Value>(fitting: Map<Key, Value>, key: Key, value: Value): void {
  if (fitting.size >= REMEMBERED) fitting.clear()
  fitting.set(key, value)
}
