import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { choiceSentences, READ_ME } from '../../../shared/messages/report.ts'
import { writeParquet } from '../../files/write/parquet.ts'
import type { CellValue } from '../../files/write/sheets.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import type { DataTable } from '../tables/field.ts'
import { dataTables } from '../tables/tables.ts'
import { resultQueries, tableViews } from './queries.ts'

/** The tables that are partitioned: one folder for each round. */
const BY_ROUND = ['asked', 'ratings', 'results', 'results_by_group']

/** A table with a field for each indicator, and one for people to read, are not for engines that join. */
const LEFT_OUT = ['ratings_wide', 'appendix']

/**
 * Writes the tables as Parquet into a folder, as engines expect it: a folder a table, partitioned by
 * round in the way of Hive, and the queries for every number of the results beside them.
 */
export async function writeParquetFolder(folder: string, material: ExportMaterial): Promise<void> {
  const tables = dataTables(material).filter(({ name }) => !LEFT_OUT.includes(name))
  const program = READ_ME.program(material.appVersion)
  for (const table of tables) {
    // A folder without a file would be no table, so the chosen round has one even if nobody has rated in it.
    const rounds = BY_ROUND.includes(table.name) ? toldRounds(material) : [null]
    for (const round of rounds) await writeTable(folder, table, round, program)
  }
  const said = [
    ...choiceSentences(material.scope),
    ...material.askedSaid,
    ...material.handsSaid,
    ...material.audited,
  ]
  writeFileSync(join(folder, 'README.md'), `${said.map(one => `- ${one}`).join('\n')}\n`)
  // The queries compute results from every row and who was asked, which research alone has.
  if (material.release !== 'research') return
  const views = tableViews(tables.map(({ name }) => name))
  writeFileSync(join(folder, 'queries.sql'), `${views}\n\n${resultQueries(material)}\n`)
}

async function writeTable(
  folder: string,
  { name, fields, rows }: DataTable,
  round: number | null,
  program: string,
): Promise<void> {
  const at = fields.findIndex(field => field.name === 'round')
  const isKept = (_: unknown, index: number) => round === null || index !== at
  const path = join(folder, name, ...(round === null ? [] : [`round=${round}`]), `${name}.parquet`)
  await writeParquet(path, {
    program,
    columns: fields.filter(isKept).map(({ name: of, type, constraints }) => ({
      name: of,
      type,
      required: constraints?.required ?? false,
    })),
    rows: rowsOf(),
  })

  function* rowsOf(): Generator<readonly CellValue[]> {
    for (const row of rows()) {
      if (round === null || row[at] === round) yield row.filter(isKept)
    }
  }
}
