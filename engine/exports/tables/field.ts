import type { ColumnWords } from '../../../shared/messages/exports.ts'
import type { CellValue, TableColumn } from '../../files/write/sheets.ts'
import type { Column } from '../sheets/columns.ts'

/** The kinds of values of a field, as data formats tell them apart. */
export type FieldType = 'string' | 'integer' | 'number' | 'date' | 'datetime'

/** A value with its label on screen. */
export interface ValueLabel {
  readonly value: number
  readonly label: string
}

/** The constraints on the values of a field. */
export interface FieldConstraints {
  readonly required?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly string[]
}

/** A field of a table for programs. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  /** A few words for lists of variables. */
  readonly label: string
  readonly words: ColumnWords
  readonly constraints?: FieldConstraints
  /** The labels of its values. */
  readonly labels?: readonly ValueLabel[]
  /** Numbers that stand for no value, and what for. */
  readonly missing?: readonly ValueLabel[]
}

/** A reference from fields of one table to those of another. */
export interface ForeignKey {
  readonly fields: readonly string[]
  readonly table: TableName
  readonly references: readonly string[]
}

/** The tables for programs, by name. */
export type TableName =
  | 'workshops'
  | 'participants'
  | 'information'
  | 'consents'
  | 'framework'
  | 'framework_versions'
  | 'glossary'
  | 'translations'
  | 'levels'
  | 'asked'
  | 'ratings'
  | 'ratings_wide'
  | 'languages'
  | 'hands'
  | 'comments'
  | 'suggestions'
  | 'results'
  | 'results_by_group'
  | 'agreement'
  | 'appendix'
  | 'diary'

/** A table for programs: every value is of its field's type, or null. */
export interface DataTable {
  readonly name: TableName
  readonly title: string
  readonly fields: readonly Field[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** True if its texts may have several lines, which not every program reads. */
  readonly hasLongTexts: boolean
  /** The rows, from the first one each time. */
  readonly rows: () => Iterable<readonly CellValue[]>
}

/** A field with where its values are. */
export interface FieldOf<Item> extends Field {
  readonly value: (item: Item) => CellValue
}

type MadeTable<Item> = Pick<DataTable, 'name' | 'title' | 'primaryKey'> &
  Partial<Pick<DataTable, 'foreignKeys' | 'hasLongTexts'>> & {
    readonly fields: readonly FieldOf<Item>[]
    readonly items: () => Iterable<Item>
  }

/** A table with one row for each item; items are taken one at a time. */
export function dataTable<Item>({ items, fields, ...table }: MadeTable<Item>): DataTable {
  return {
    foreignKeys: [],
    hasLongTexts: false,
    ...table,
    fields,
    rows: function* rows() {
      for (const item of items()) yield fields.map(field => emptyAsNull(field.value(item)))
    },
  }
}

const emptyAsNull = (value: CellValue): CellValue => (value === '' ? null : value)

/** A field that says what a column of a sheet says. */
export function fieldOf<Item>(
  column: Column<Item>,
  more: Partial<Omit<FieldOf<Item>, 'words'>> = {},
): FieldOf<Item> {
  const { name, words, value } = column
  return { name, type: typeOf(column), label: labelFrom(words), words, value, ...more }
}

function typeOf({ format }: TableColumn): FieldType {
  if (format === undefined) return 'string'
  return format === 'whole' ? 'integer' : 'number'
}

/** The first sentence of what a field means, without its full stop. */
export function labelFrom({ meaning }: ColumnWords): string {
  const [sentence = ''] = meaning.split(/(?<=[^.])\.(?:\s|$)|; /)
  return sentence
}
