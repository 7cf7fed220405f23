import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleFramework } from '../../../engine/frameworks/example/example-framework.ts'
import { loadGlossary } from '../../../engine/frameworks/glossary/keep-glossary.ts'
import { getAllSheets } from '../../../engine/store/records/sheets.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import { SHEET_STYLES } from '../../../shared/model/paper.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { browserLaunch } from '../../helpers/chromium.ts'
import { isLongRun } from '../../helpers/counts.ts'
import { ownFolder, program, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { canReadSheetCodes, sheetCodesIn } from '../../helpers/sheet-codes.ts'
import { printed } from './sheets-on-paper.ts'

/** A scale for each look: the one of the example, the longest, and the shortest. */
const SCALES: Readonly<Record<(typeof SHEET_STYLES)[number], ScaleLength>> = {
  plain: 5,
  large: 10,
  easy: 3,
}

// A browser draws every page of 106 indicators, and a decoder reads each: long for what it finds.
describe.runIf(isLongRun && canReadSheetCodes())('sheets on paper', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(browserLaunch())
  })
  afterAll(() => browser.close())

  it.each(SHEET_STYLES)('have a code on each page that says which page it is: %s', async style => {
    const scale = SCALES[style]
    // Two sheets of the look with the fewest pages show that the next one begins at page 1.
    const people = style === 'plain' ? 2 : 1
    const framework = exampleFramework()
    const folder = ownFolder()
    const workbook = createWorkbook(
      join(folder, 'example.sqlite'),
      { title: 'A study of 106 indicators', scale, madeUp: false, framework },
      program,
    )
    // Their meanings fill pages of their own after the lines.
    const meaning = 'A word that many letters explain. '.repeat(50)
    const terms = ['children', 'referrals', 'plan', 'care'].map(term => ({
      ...{ term, forms: [], meaning, plain: '' },
    }))
    loadGlossary(workbook, { terms, fileName: 'words.csv' })
    const workshop = sampleWorkshop(workbook)
    const { path } = await printed(workbook, { workshop, style, for: { group: 'DfE', people } })
    const page = await browser.newPage()
    await page.setContent(readFileSync(path, 'utf8'))
    const pages = await page.locator('.page').count()
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const codes = sheetCodesIn(bytes, folder)
    const expected = getAllSheets(workbook.store, workshop).flatMap(({ participant, framework }) =>
      Array.from({ length: pages / people }, (_, at) => ({
        workbook: workbook.id,
        participant,
        framework: framework.slice(0, 12),
        page: at + 1,
      })),
    )
    expect(codes).toEqual(expected)
    workbook.close()
  })
})
