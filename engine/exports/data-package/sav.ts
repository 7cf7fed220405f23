import { assertNever } from '../../../shared/assert-never.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import type { SavKind, SavVariable } from '../../files/write/sav/content.ts'
import { savFile } from '../../files/write/sav/write-sav.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { DataTable, Field } from '../tables/field.ts'
import { measureOf } from './measure.ts'
import type { MeasuredTable } from './measured-csv.ts'

/** The SPSS system file of a table in a data package. */
export const savPathOf = ({ name }: Pick<DataTable, 'name'>): string => `spss/${name}.sav`

/** A measured table as an SPSS system file: texts as typed, with labels, missing values and dates. */
export const savOf = (
  { title, newest, appVersion }: ExportMaterial,
  { table, rows, widths }: MeasuredTable,
): Iterable<Uint8Array> =>
  savFile({
    title: `${table.title}: ${title}`,
    program: READ_ME.program(appVersion),
    moment: newest,
    variables: table.fields.map((field, index) => variableOf(field, widths[index] ?? 0)),
    cases: rows,
    rows: table.rows(),
  })

function variableOf(field: Field, bytes: number): SavVariable {
  const { name, label, labels = [], missing = [] } = field
  return {
    name,
    label,
    kind: kindOf(field, bytes),
    measure: measureOf(field),
    labels: [...labels, ...missing],
    missing: missing.map(({ value }) => value),
  }
}

function kindOf({ type }: Field, bytes: number): SavKind {
  switch (type) {
    case 'integer':
      return 'whole'
    case 'number':
      return 'number'
    case 'date':
      return 'day'
    case 'datetime':
      return 'moment'
    case 'string':
      return { bytes }
    default:
      return assertNever(type)
  }
}
