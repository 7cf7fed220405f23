import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportedTranslations } from '../../../../engine/exports/sheets/translation-columns.ts'
import { frameworkFromCheck } from '../../../../engine/frameworks/from-file.ts'
import { checkFrameworkFile } from '../../../../engine/frameworks/read/check-file.ts'
import { translationsOf } from '../../../../engine/frameworks/translations/keep-translations.ts'
import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { hashFramework } from '../../../../engine/frameworks/versions/hash.ts'
import { loadVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { LanguageCode } from '../../../../shared/languages/languages.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { ownFolder, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
import { asTyped, csvRows, unpacked } from '../../exports/data-package/unpacked.ts'
import { exported, exportedBook, type Row, rowsOf } from '../../exports/exported.ts'
import { loadWelsh } from './load-welsh.ts'

const SECTION = ['A. Cadw plant yn ddiogel', 'Gartref']

/** A framework with Welsh words, some replaced since, with all that a table could break. */
function inWelsh(): Workbook {
  const workbook = sampleWorkbook()
  loadWelsh(workbook, { title: 'Y cyntaf oll' })
  loadWelsh(
    workbook,
    { title: '=1+1', easyRead: 'Faint? “Llawer”,\nneu ’chydig; ŵ ŷ', section: SECTION },
    { title: 'Dau', definition: '- o’r rhain: un', unit: '%', section: SECTION },
    { title: 'Tri', section: SECTION },
  )
  return workbook
}

const standing = ({ store }: Workbook) =>
  translationsOf(store, currentVersion(store).hash).map(({ indicator, language, texts }) => ({
    ...{ indicator, language, texts },
  }))

/** The columns of a row of the table that tell one text. */
const columnsOf = (row: Row, typed: (text: string) => string) => [
  ...[row.translation_id, row.indicator_id, row.language, row.field],
  typed(String(row.text)),
]

/** The framework of an exported spreadsheet, as it is loaded again. */
async function loadedAgain(workbook: Workbook, language: LanguageCode) {
  const path = join(ownFolder(), 'out.xlsx')
  writeFileSync(path, await exported(workbook, 'xlsx', { round: 1 }, language))
  return frameworkFromCheck(await checkFrameworkFile(readerWithin, { path, name: 'out.xlsx' }))
}

it('the exported table of translations has every word as it was loaded, those that were replaced too', async () => {
  const workbook = inWelsh()
  const all = exportedTranslations(workbook.store)
  expect(all.map(({ text }) => text)).toContain('Y cyntaf oll')
  const words = all.map(({ id, indicator, language, field, text }) => [
    ...[id, indicator, language, field, text],
  ])
  const inSheet = rowsOf(await exportedBook(workbook), 'Translations')
  expect(inSheet.map(row => columnsOf(row, String))).toEqual(words)
  if (!isLongRun) return
  const inCsv = csvRows(await unpacked(workbook), 'data/translations.csv')
  expect(inCsv.map(row => columnsOf(row, asTyped))).toEqual(words)
})

it('an exported framework goes back in with its Welsh words, and changes none', async () => {
  const workbook = inWelsh()
  const before = standing(workbook)
  expect(before).toHaveLength(3)
  const framework = await loadedAgain(workbook, 'en')
  const { hash } = currentVersion(workbook.store)
  expect(loadVersion(workbook, { framework, decisions: [], against: hash })).toEqual({
    ...{ hash, isNew: false },
  })
  loadWelsh(workbook, { title: 'Arall' })
  expect(standing(workbook)).toHaveLength(1)
  loadVersion(workbook, { framework, decisions: [], against: hash })
  expect(standing(workbook)).toEqual(before)
})

it.runIf(isLongRun)(
  'a framework with Welsh words stays the same version through a file with headings in Welsh',
  async () => {
    const workbook = inWelsh()
    const { indicators } = await loadedAgain(workbook, 'cy')
    expect(hashFramework(indicators)).toBe(
      hashFramework(currentFramework(workbook.store).indicators),
    )
  },
)
