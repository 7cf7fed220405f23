import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { loadVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { TranslatedTexts } from '../../../../shared/model/translations/translation.ts'

/** Loads the framework again with these words in Welsh for its first indicators. */
export function loadWelsh(workbook: Workbook, ...texts: readonly TranslatedTexts[]) {
  const { indicators } = currentFramework(workbook.store)
  const words = texts.map((one, at) => ({ code: indicators[at]?.code ?? '', texts: one }))
  return loadVersion(workbook, {
    framework: {
      ...{ title: 'Next', origin: 'file', fileName: 'welsh.xlsx' },
      indicators: indicators.map(({ id: _, ...text }) => text),
      translations: [{ language: 'cy', columns: [], words }],
    },
    decisions: [],
    against: currentVersion(workbook.store).hash,
  })
}
