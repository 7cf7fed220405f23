import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { writeExport } from '../../engine/exports/write-export.ts'
import { getTotals } from '../../engine/store/reports/tallies.ts'
import { type Benchmark, exampleLibrary, median } from './benchmark.ts'

/**
 * 3 workshops of 82 people make about 49,000 ratings of 106 indicators. The pictures of the charts take as long for
 * few ratings as for many; a large study has five times as many.
 */
const SIZE = { workshops: 3, participants: 82, seed: 1 }
const TURNS = 3

/** The Python of a person's own, and the system's, which has the packages of Debian. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** Writes the rows of a csv as a spreadsheet; reading them and loading pandas are not counted. */
const PANDAS = `import sys, time, pandas
rows = pandas.read_csv(sys.argv[1])
started = time.perf_counter()
rows.to_excel(sys.argv[2], index=False, engine="openpyxl")
print((time.perf_counter() - started) * 1000)`

/**
 * The whole Excel file, with its long table, against pandas with openpyxl writing the long table alone.
 * Nothing where pandas is not installed: no other program would be the same yardstick.
 */
export async function benchExportXlsx(): Promise<readonly Benchmark[]> {
  const python = PYTHONS.find(
    name => spawnSync(name, ['-c', 'import pandas, openpyxl']).status === 0,
  )
  if (python === undefined) {
    console.error('Excel files were not measured: python3 has no pandas with openpyxl here.')
    return []
  }
  const { folder, library, workbook } = exampleLibrary(SIZE)
  const { ratings } = getTotals(workbook.store)
  const write = async (format: 'csv' | 'xlsx') => {
    const path = join(folder, `out.${format}`)
    const started = performance.now()
    await writeExport(workbook, { format, scope: { round: 1 } }, { path, name: path })
    return performance.now() - started
  }
  await write('csv')
  const [floor, ours]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    floor.push(pandas(python, join(folder, 'out.csv'), join(folder, 'pandas.xlsx')))
    ours.push(await write('xlsx'))
  }
  library.close()
  const [floorMs, oursMs] = [median(floor), median(ours)]
  const name = `Excel file of ${ratings.toLocaleString('en')} ratings, by pandas and ours`
  return [{ name, floorMs, oursMs, ratio: oursMs / floorMs, n: TURNS }]
}

function pandas(python: string, csv: string, xlsx: string): number {
  const { stdout, stderr } = spawnSync(python, ['-c', PANDAS, csv, xlsx], { encoding: 'utf8' })
  const milliseconds = Number.parseFloat(stdout)
  if (Number.isNaN(milliseconds)) throw new Error(`pandas wrote no file: ${stderr}`)
  return milliseconds
}
