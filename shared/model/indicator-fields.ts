/**
 * The fields of an indicator, in the order in which they are hashed, stored and packed: the one place that
 * describes them. The schema, the SQL, the packages, the exports, the check of files, the difference between
 * versions and the pages follow from it. Their words are in `messages/indicator-fields.ts`.
 */
export const INDICATOR_FIELDS = {
  code: { holds: 'filled text', column: 'code', width: 12 },
  title: { holds: 'filled text', column: 'title', heading: 'indicator', width: 44 },
  /** The path of section titles, outermost first; never empty. */
  section: { holds: 'path', column: 'section', width: 28 },
  /** The expected outcome that the indicator is evidence for. */
  outcome: { holds: 'text', column: 'outcome', width: 40 },
  definition: { holds: 'text', column: 'definition', width: 50 },
  dataType: { holds: 'data type', column: 'data_type', width: 16 },
  status: { holds: 'status', column: 'status', width: 11 },
  source: { holds: 'text', column: 'source', width: 28, fact: 'short' },
  unit: { holds: 'text', column: 'unit', width: 16, fact: 'short' },
  population: { holds: 'text', column: 'population', width: 14, fact: 'short' },
  /** The plain wording, for young people and anyone who prefers it. */
  easyRead: { holds: 'text', column: 'easy_read', width: 44 },
  rationale: { holds: 'text', column: 'rationale', width: 50, fact: 'long' },
  /** Other columns of the file, `Heading: text` on a line each. Never shown to participants who rate. */
  notes: { holds: 'text', column: 'notes', width: 44, isHashedIfFilled: true },
} as const satisfies Readonly<Record<string, FieldDescription>>

interface FieldDescription {
  /** Every text but a filled one may be empty; a data type and a status may be null. */
  readonly holds: 'filled text' | 'text' | 'path' | 'data type' | 'status'
  /** The column in the store, and the heading in files unless `heading` is another. */
  readonly column: string
  readonly heading?: string
  /** The width of its column in a spreadsheet, in characters. */
  readonly width: number
  /** The group of facts on pages that show and change it; left out, each page has a place of its own for it. */
  readonly fact?: 'short' | 'long'
  /** True for a field that came later: an indicator in which it is empty keeps the hash that it always had. */
  readonly isHashedIfFilled?: boolean
}

/** The name of a field in code and in packages. */
export type IndicatorField = keyof typeof INDICATOR_FIELDS

/** The description of a field with its optional parts, which the table itself has only where they say something. */
export const describeField = (field: IndicatorField): FieldDescription => INDICATOR_FIELDS[field]

/** All fields in the order of their description. */
export const FIELDS = Object.keys(INDICATOR_FIELDS) as readonly IndicatorField[]

type FieldHolding<Kind> = {
  [Field in IndicatorField]: (typeof INDICATOR_FIELDS)[Field]['holds'] extends Kind ? Field : never
}[IndicatorField]

/** A field that holds text and may be empty. */
export type TextField = FieldHolding<'text'>

const isTextField = (field: IndicatorField): field is TextField =>
  INDICATOR_FIELDS[field].holds === 'text'

/** The fields that hold text and may be empty. */
export const TEXT_FIELDS: readonly TextField[] = FIELDS.filter(isTextField)

/** The text fields that pages show in one group of facts. */
export const factFields = (group: 'short' | 'long'): readonly TextField[] =>
  TEXT_FIELDS.filter(field => describeField(field).fact === group)

const FIRST_IN_FILES: readonly IndicatorField[] = ['code', 'section', 'outcome', 'title']

/** All fields in the order in which the columns of a file have them. */
export const FIELDS_IN_FILES: readonly IndicatorField[] = [
  ...FIRST_IN_FILES,
  ...FIELDS.filter(field => !FIRST_IN_FILES.includes(field)),
]

/** The heading of a field's column in a file. */
export function fieldHeading(field: IndicatorField): string {
  const { heading, column } = describeField(field)
  return heading ?? column
}

/** A record with a value for each field, in their order. */
export const eachField = <Value>(
  value: (field: IndicatorField) => Value,
): Record<IndicatorField, Value> =>
  Object.fromEntries(FIELDS.map(field => [field, value(field)])) as Record<IndicatorField, Value>
