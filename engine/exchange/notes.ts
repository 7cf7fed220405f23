import { noteWords } from '../../shared/messages/exchange.ts'
import type { PackageProblem } from '../../shared/model/exchange.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import type { FitOptions } from './choose-fitting.ts'
import type { MergedPackage } from './merge.ts'

/** What is worth knowing of a package that is being taken, in words; none of it stops anything. */
export function* notesOf(
  _workbook: Workbook,
  { kinds }: MergedPackage,
  _options: FitOptions,
): Generator<PackageProblem> {
  const rejected = [...kinds.values()].reduce((total, counts) => total + counts.rejected, 0)
  if (rejected > 0) yield note('same-id', noteWords['same-id'](rejected))
}

const note = (code: keyof typeof noteWords, message: string): PackageProblem => ({
  code,
  refuses: false,
  message,
})
