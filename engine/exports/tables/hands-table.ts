import { WORDINGS } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { ExportMaterial } from '../material/material.ts'
import { handsColumns, handsRows } from '../sheets/hands-columns.ts'
import { type DataTable, dataTable, type FieldConstraints, fieldOf } from './field.ts'
import { OF_INDICATOR } from './people-tables.ts'

const CONSTRAINTS: Readonly<Record<string, FieldConstraints>> = {
  indicator: { required: true },
  criterion: { required: true, enum: CRITERIA },
  round: { required: true, minimum: 1, maximum: 99 },
  answer: { required: true },
  hands: { required: true, minimum: 0 },
  present: { required: true, minimum: 0 },
  counts: { required: true, enum: ['yes', 'conflict', 'other_wording'] },
  wording: { enum: WORDINGS },
  made_up: { enum: ['yes', 'no'] },
}

/** The answers by show of hands: counts, which are of no person and in no table of ratings. */
export function handsTable(material: ExportMaterial): DataTable {
  return dataTable({
    name: 'hands',
    title: 'Answers by show of hands',
    primaryKey: [],
    foreignKeys: [OF_INDICATOR],
    fields: handsColumns(material).map(column => {
      const constraints = CONSTRAINTS[column.name]
      return fieldOf(column, {
        ...(constraints && { constraints }),
        ...(column.date === 'moment' && { type: 'datetime' as const }),
      })
    }),
    items: () => handsRows(material),
  })
}
