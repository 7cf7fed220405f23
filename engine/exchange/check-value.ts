import { fitsSchema } from './field-schemas.ts'
import type { Field, Stored } from './record-kind.ts'
import { remembering } from './remember.ts'

/** Gives a value as the store keeps it, or undefined where it does not fit its field. */
export type CheckValue = (value: unknown) => Stored | undefined

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
