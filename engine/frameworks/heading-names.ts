import { FRAMEWORK_FIELDS, type FrameworkField } from '../../shared/model/check.ts'
import { plainName } from './cell-text.ts'
import { COLUMN_NAMES } from './column-names.ts'

/** What a heading is known to mean. */
export interface HeadingMeaning {
  /** Its name in the table of known headings. */
  readonly name: string
  readonly field: FrameworkField
  /** How sure it is: the draft framework's own name, one that people use for it, one that is in it. */
  readonly rank: 2 | 1 | 0
}

const MEANINGS: ReadonlyMap<string, HeadingMeaning> = new Map(
  FRAMEWORK_FIELDS.flatMap(field =>
    COLUMN_NAMES[field].map(
      (name, place) => [name, { name, field, rank: place === 0 ? 2 : 1 }] as const,
    ),
  ),
)

/** What people add to a heading for whoever fills the column in: `Status (E/N)`. */
const ASIDE = /\s*[([{][^)\]}]*[)\]}]?/g

/** Two names of one column, such as those of a council with two languages: `Thema / Theme`. */
const BETWEEN_NAMES = /\s*[/|\n]\s*/

/** A longer heading is a question or an instruction, of which a part may mean anything. */
const LONGEST_PART = 40

/** What the parts of a heading mean, where all that are known mean the same field. */
function inParts(text: string): HeadingMeaning | null {
  const parts = text.split(BETWEEN_NAMES)
  if (parts.length !== 2 || parts.some(part => part.length > LONGEST_PART)) return null
  const known = parts.flatMap(part => MEANINGS.get(plainName(part)) ?? [])
  const [first, other] = known
  if (!first || (other && other.field !== first.field)) return null
  const [ownName = first.name] = COLUMN_NAMES[first.field]
  return { field: first.field, name: other ? ownName : first.name, rank: 0 }
}

/** What a heading means; null if nobody could know. */
export function meaningOfHeading(text: string): HeadingMeaning | null {
  const whole = MEANINGS.get(plainName(text))
  if (whole) return whole
  const bare = text.replace(ASIDE, '')
  const main = bare === text ? undefined : MEANINGS.get(plainName(bare))
  return main ? { ...main, rank: 0 } : inParts(bare)
}

/** The known name that a heading has, or else its own in plain letters. */
export function headingName(text: string): string {
  return meaningOfHeading(text)?.name ?? plainName(text)
}
