import type { CheckChoices, CheckOutcome, CheckReport } from '../../shared/model/check.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'

/** The choices by which a file is read again in the same way: those made, and what was understood besides. */
export function mappingOf(report: CheckReport, choices: CheckChoices): CheckChoices {
  const isJoined = report.issues.some(({ code }) => code === 'joined-sheets')
  const { headerRow, joinedColumns } = report
  const columns = Object.fromEntries(
    Object.entries(report.columns).map(([field, column]) => [
      field,
      joinedColumns[field as keyof typeof joinedColumns] ?? [column],
    ]),
  )
  // A choice about one sheet would have the others of a list left out.
  if (isJoined) return choices
  return { ...choices, sheet: report.sheet, headerRow, columns: { ...choices.columns, ...columns } }
}

/**
 * Writes the choices by which a file is read again in the same way to a file that a person chose, as the command
 * line takes them. Throws FRAMEWORK_REFUSED where nothing was understood, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeMapping(
  outcome: CheckOutcome,
  choices: CheckChoices,
  to: PermittedFile,
): Promise<{ readonly name: string; readonly bytes: number }> {
  if ('refused' in outcome) throw new WorkbookError('FRAMEWORK_REFUSED', outcome)
  const bytes = await writeWholeFile(to, async out => {
    out.end(`${JSON.stringify(mappingOf(outcome, choices), null, 2)}\n`)
  })
  return { name: to.name, bytes }
}
