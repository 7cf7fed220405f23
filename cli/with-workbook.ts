import { openWorkbook } from '../engine/workbooks/open.ts'
import type { Workbook } from '../engine/workbooks/workbook.ts'
import { thisProgram } from './program.ts'

/** Opens a workbook file for one piece of work and closes it whatever happens. */
export async function withWorkbook<T>(
  file: string,
  work: (workbook: Workbook) => T | Promise<T>,
): Promise<T> {
  const workbook = openWorkbook(file, thisProgram())
  try {
    return await work(workbook)
  } finally {
    workbook.close()
  }
}
