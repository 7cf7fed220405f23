import { MOST_SHOWN } from '../../shared/model/data-entry.ts'
import {
  type EnteredHands,
  type HandsChoices,
  type HandsOutcome,
  handsIn,
} from '../../shared/model/hands.ts'
import { WorkbookError } from '../errors.ts'
import type { SpreadsheetReading } from '../files/spreadsheet/spreadsheet.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { recordHands } from './record-hands.ts'
import { type UnderstoodHands, understandHands } from './understand-hands.ts'

/** A file that was read, under the name by which people know it, and the workshop whose hands are in it. */
export interface HandsFile {
  readonly workshop: string
  readonly reading: SpreadsheetReading
  readonly name: string
}

/**
 * Says what loading a file of shows of hands would do, with every problem in it; records nothing. Throws
 * UNKNOWN_WORKSHOP, UNKNOWN_ROUND.
 */
export function checkHands(
  workbook: Workbook,
  file: HandsFile,
  choices: HandsChoices,
): HandsOutcome {
  const { workshop, reading, name } = file
  const understood = understandHands(workbook, workshop, reading, choices)
  if ('refused' in understood) return { file: name, refused: understood.refused }
  const { lines, problems, codes } = understood
  return {
    file: name,
    lines: lines
      .slice(0, MOST_SHOWN)
      .map(({ indicator, wording: _, at: __, standing, ...line }) => ({
        ...line,
        indicator: codes.get(indicator) ?? '',
        isChange: standing === 'changes',
      })),
    problems: problems.slice(0, MOST_SHOWN),
    problemCount: problems.length,
    counts: problems.length > 0 ? null : countsOf(understood),
  }
}

/**
 * Records every line of a file of shows of hands, keyed in by somebody, or, where anything does not fit, none. Entering
 * the same file again changes nothing. Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND, HANDS_FILE_REFUSED, RATINGS_REFUSED.
 */
export function enterHands(
  workbook: Workbook,
  { workshop, reading, name: file }: HandsFile,
  choices: HandsChoices,
  by: string,
): EnteredHands {
  return workbook.store.transaction(() => {
    const understood = understandHands(workbook, workshop, reading, choices)
    if ('refused' in understood) {
      throw new WorkbookError('HANDS_FILE_REFUSED', { file, refused: understood.refused })
    }
    const { problems, lines } = understood
    if (problems.length > 0) {
      throw new WorkbookError('RATINGS_REFUSED', { file, problems: [...problems] })
    }
    for (const { row: _, at: __, sheet: ___, standing: ____, ...line } of lines) {
      recordHands(workbook, { ...line, workshop, by })
    }
    return countsOf(understood)
  })
}

function countsOf({ lines, elsewhere, unreadSheets }: UnderstoodHands): EnteredHands {
  return {
    lines: lines.length,
    hands: lines.reduce((sum, line) => sum + handsIn(line), 0),
    changed: lines.filter(({ standing }) => standing === 'changes').length,
    unchanged: lines.filter(({ standing }) => standing === 'stands').length,
    elsewhere,
    unreadSheets: [...unreadSheets],
  }
}
