import { currentVersion } from '../../engine/frameworks/current.ts'
import { loadVersion } from '../../engine/frameworks/load-version.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import type { IndicatorText } from '../../shared/model/framework.ts'
import type { VersionDecision } from '../../shared/model/versions.ts'

/** Loads a changed framework into a workbook, as somebody would who decides only this. */
export function changeFramework(
  workbook: Workbook,
  indicators: readonly IndicatorText[],
  decisions: readonly VersionDecision[] = [],
) {
  return loadVersion(workbook, {
    framework: { title: 'Second draft', origin: 'file', fileName: 'second.csv', indicators },
    decisions,
    against: currentVersion(workbook.store).hash,
  })
}
