import type { IndicatorText } from '../model/framework.ts'
import { eachField, FIELDS_IN_FILES, type IndicatorField } from '../model/indicator-fields.ts'
import { type ColumnWords, words } from './exports.ts'

interface FieldWords<Field extends IndicatorField> {
  /** The name on pages. */
  readonly name: string
  /** The name within a sentence about a file. */
  readonly inFiles: string
  /** The label for people who rate, where it is another than the name. */
  readonly whenRating?: string
  /** The description of its column in the codebook and the template. */
  readonly column: ColumnWords
  /** The text in the example row of the template. */
  readonly example: IndicatorText[Field]
}

/** The words of each field of an indicator. */
export const FIELD_WORDS: { readonly [Field in IndicatorField]: FieldWords<Field> } = {
  code: {
    name: 'Code',
    inFiles: 'code',
    column: words('Code of the indicator; no two are the same.'),
    example: 'EX-01',
  },
  title: {
    name: 'Title',
    inFiles: 'indicator',
    column: words('Title of the indicator.'),
    example: 'Children who say that they feel safe at home',
  },
  section: {
    name: 'Section',
    inFiles: 'section',
    column: words('Section, the outermost first.', 'titles parted by " > "'),
    example: ['Outcomes for children', 'Keeping children safe'],
  },
  outcome: {
    name: 'Expected outcome',
    inFiles: 'outcome',
    column: words('Expected outcome that the indicator is evidence for.'),
    example: 'Children are safe and feel safe.',
  },
  definition: {
    name: 'Definition',
    inFiles: 'definition',
    whenRating: 'How it is counted',
    column: words('How the indicator is counted.'),
    example: 'Share of the children asked who answered "always" or "mostly".',
  },
  dataType: {
    name: 'Data type',
    inFiles: 'data type',
    column: words(
      'How it is measured.',
      'cross-sectional, longitudinal, proxy, user feedback, or empty',
    ),
    example: 'user feedback',
  },
  status: {
    name: 'Status',
    inFiles: 'status',
    column: words('Whether it is collected today.', 'existing, new, or empty'),
    example: 'new',
  },
  source: {
    name: 'Source',
    inFiles: 'source',
    column: words('Where the data come from.'),
    example: 'Yearly survey of children',
  },
  unit: {
    name: 'Unit',
    inFiles: 'unit',
    column: words('What the indicator is expressed in.'),
    example: 'per cent',
  },
  population: {
    name: 'Population',
    inFiles: 'population',
    column: words('Whom it covers.'),
    example: 'CIN',
  },
  easyRead: {
    name: 'Plain wording',
    inFiles: 'easy read',
    column: words('The plain wording.'),
    example: 'Do children feel safe where they live?',
  },
  rationale: {
    name: 'Why it is there',
    inFiles: 'rationale',
    whenRating: 'Why it is here',
    column: words('Why the indicator is in the framework.'),
    example: 'Only children themselves can say whether they feel safe.',
  },
  notes: {
    name: 'Notes',
    inFiles: 'notes',
    column: words(
      'What else its file said of it; not shown to people who rate.',
      'lines, mostly "heading: text"',
    ),
    example: 'Suggested by the young people’s panel.',
  },
}

/** The labels of the fields on the screen of a participant. */
export const LABELS_WHEN_RATING = eachField(
  field => FIELD_WORDS[field].whenRating ?? FIELD_WORDS[field].name,
)

/** The indicator in the example row of the template. */
export const EXAMPLE_INDICATOR: IndicatorText = Object.fromEntries(
  FIELDS_IN_FILES.map(field => [field, FIELD_WORDS[field].example]),
) as IndicatorText
