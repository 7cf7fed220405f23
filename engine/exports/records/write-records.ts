import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { recordsReadMe } from '../../../shared/messages/records-folder.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { type ParquetColumn, writeParquet } from '../../files/write/parquet.ts'
import type { CellValue } from '../../files/write/sheets.ts'
import { writeWholeFolder } from '../../files/write/whole-files.ts'
import { getAllPackages } from '../../store/packages/receipts.ts'
import { getAllDivergentRecords, iterateByPackage } from '../../store/packages/record-table.ts'
import { hasHands } from '../../store/records/hands.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { withExportMaterial } from '../material/material.ts'
import { DUCKDB, SPARK } from '../parquet/dialect.ts'
import type { Judged } from '../parquet/queries.ts'
import type { WrittenExport } from '../write-export.ts'
import { mergeSql, recordQueriesSql } from './merge-queries.ts'
import { APART_COLUMNS, columnsOf, EXPORTED_TABLES, STUDY_COLUMNS } from './record-files.ts'

/** The name of the partition of what was recorded in the workbook itself. */
const HERE = 'here'

/** The choices of an export of records: only how the queries beside them judge. */
export type RecordsScope = Pick<ExportScope, 'rule' | 'quantile'>

/**
 * Writes the records themselves into a folder that a person chose, and replaces what is there: all of them, with who
 * said what, so this is material for research. Throws RULE_OFF_SCALE, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeRecords(
  workbook: Workbook,
  scope: RecordsScope,
  to: PermittedFile,
): Promise<WrittenExport> {
  const bytes = await withExportMaterial(workbook, { ...scope, round: 1 }, (material, store) =>
    writeWholeFolder(to, folder => writeRecordsFolder(folder, { workbook, store, material })),
  )
  return { name: to.name, bytes }
}

/** Everything that a folder of records is made of. */
export interface RecordsMaterial {
  readonly workbook: Pick<Workbook, 'id' | 'title' | 'scale' | 'madeUp' | 'appVersion'>
  readonly store: ReadableStore
  readonly material: Judged
}

type Row = readonly CellValue[]

/** Writes records and queries into a folder. */
export async function writeRecordsFolder(
  folder: string,
  { workbook, store, material }: RecordsMaterial,
): Promise<void> {
  const { id, title, scale, madeUp, appVersion } = workbook
  const program = READ_ME.program(appVersion)
  const write = (name: string, columns: readonly ParquetColumn[], rows: Iterable<Row>) =>
    writeParquet(join(folder, 'records', name, 'records.parquet'), { columns, rows, program })
  await write(`study/package=${HERE}`, STUDY_COLUMNS, [[id, title, scale.length, Number(madeUp)]])
  const apart = getAllDivergentRecords(store)
  const toRow = ({ kind, key, person, line }: (typeof apart)[number]) => [kind, key, person, line]
  await write(`apart/package=${HERE}`, APART_COLUMNS, apart.map(toRow))
  const names = new Map(
    getAllPackages(store).map(({ number, sha256 }) => [number, `${number}-${sha256.slice(0, 12)}`]),
  )
  for (const table of EXPORTED_TABLES) {
    const rows = byPackage(iterateByPackage(store, table))
    for (const { number, records } of rows) {
      const name = number === null ? HERE : (names.get(number) ?? String(number))
      await write(`${table.table}/package=${name}`, columnsOf(table), records)
    }
  }
  const more = hasHands(store) ? `\n${HANDS_WORDS.inRecords}\n` : ''
  writeFileSync(join(folder, 'README.md'), `${recordsReadMe(title)}${more}`)
  for (const dialect of [DUCKDB, SPARK]) {
    mkdirSync(join(folder, dialect.name))
    writeFileSync(join(folder, dialect.name, 'merge.sql'), mergeSql(dialect, { scale, madeUp }))
    writeFileSync(join(folder, dialect.name, 'queries.sql'), recordQueriesSql(dialect, material))
  }
}

/** The rows of one package after the other, first those from here: a folder without a file would be no table. */
function* byPackage(
  rows: IterableIterator<Row>,
): Generator<{ readonly number: number | null; readonly records: Iterable<Row> }> {
  let next = rows.next()
  const numberOf = ([number]: Row) => (typeof number === 'number' ? number : null)
  function* recordsOf(number: number | null): Generator<Row> {
    while (!next.done && numberOf(next.value) === number) {
      yield next.value.slice(1)
      next = rows.next()
    }
  }
  yield { number: null, records: recordsOf(null) }
  while (!next.done) {
    const number = numberOf(next.value)
    yield { number, records: recordsOf(number) }
  }
}
