import { readFileSync } from 'node:fs'
import { readPdf } from '../helpers/pdf.ts'
import { canReadSheetCodes, sheetCodesIn } from '../helpers/sheet-codes.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { expect, test } from './desktop.ts'
import { A4, answerDialogs, DRAWN_MS, exploreExample, goToWorkshop } from './steps.ts'

test.setTimeout(120_000)

test('sheets for two people are saved as PDF, and a decoder reads on each page whose it is, without a name', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  await goToWorkshop(page)
  await page.getByRole('link', { name: 'Sheets of paper' }).click()
  await page.getByLabel('How many people').fill('2')
  await answerDialogs(desktop, laptop.folder.file('for the post'))
  await page.getByRole('button', { name: 'Print the sheets' }).click()
  await expect(page.getByText('for the post.pdf is ready')).toBeVisible({ timeout: DRAWN_MS })
  await expect(page.getByText('Sheets 1 to 2.')).toBeVisible()

  const bytes = readFileSync(laptop.folder.file('for the post.pdf'))
  const { pages, words } = readPdf(bytes)
  const ofEach = pages.length / 2
  for (const { width, height } of pages) {
    expect(Math.abs(width - A4.width)).toBeLessThan(1)
    expect(Math.abs(height - A4.height)).toBeLessThan(1)
  }
  for (const sheet of ['Sheet 1', 'Sheet 2', `Page ${ofEach} of ${ofEach}`]) {
    expect(words).toContain(sheet)
  }
  const [, properties = ''] =
    /1 0 obj\s*<<([\s\S]*?)>>\s*endobj/.exec(bytes.toString('latin1')) ?? []
  expect([...properties.matchAll(/\/(\w+) \(/g)].map(([, name]) => name)).toEqual([
    'Title',
    'Creator',
    'Producer',
    'CreationDate',
    'ModDate',
  ])
  expect(bytes.toString('latin1')).not.toContain(laptop.folder.path)

  // Read last, so that everything before is tested where no decoder is installed.
  test.skip(
    !canReadSheetCodes(),
    'zbarimg (zbar-tools) and pdftoppm (poppler-utils) read the codes',
  )
  using pictures = tempFolder()
  const codes = sheetCodesIn(bytes, pictures.path)
  const [first, second] = [codes[0], codes[ofEach]]
  expect(first?.workbook).toBe(/\/workbook\/([0-9a-f-]{36})/.exec(page.url())?.[1])
  expect(second?.participant).not.toBe(first?.participant)
  const expected = [first, second].flatMap(sheet =>
    Array.from({ length: ofEach }, (_, at) => ({
      ...{ workbook: first?.workbook, framework: first?.framework },
      ...{ participant: sheet?.participant, page: at + 1 },
    })),
  )
  expect(codes).toEqual(expected)
})
