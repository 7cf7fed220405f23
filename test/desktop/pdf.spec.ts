import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { REPORT } from '../../shared/messages/report.ts'
import { readPdf } from '../helpers/pdf.ts'
import { type Desktop, expect, test } from './desktop.ts'
import { A4, answerDialogs, DRAWN_MS, exploreExample } from './steps.ts'

test.setTimeout(120_000)

/** Goes to the export page of the example and chooses the report as PDF. */
async function chooseReportAsPdf(page: Page): Promise<void> {
  await exploreExample(page)
  await page.getByRole('link', { name: 'Export', exact: true }).click()
  await page.getByText('Report as PDF (.pdf)', { exact: true }).click()
}

const save = (page: Page) => page.getByRole('button', { name: 'Save the file' }).click()

/** The number of windows, hidden ones included. */
const windowsOf = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Has the next page that is drawn end before it is done. */
async function endNextPage({ app }: Desktop, by: 'crash' | 'quit'): Promise<void> {
  await app.evaluate(({ app: program }, how) => {
    program.once('browser-window-created', (_event, { webContents }) => {
      webContents.once('did-finish-load', () =>
        how === 'crash' ? webContents.forcefullyCrashRenderer() : program.quit(),
      )
    })
  }, by)
}

/** Tries the requests that the next drawn page must not reach, and notes whether its session is stored. */
async function watchNextPage({ app }: Desktop): Promise<void> {
  await app.evaluate(({ app: program }) => {
    program.once('browser-window-created', (_event, { webContents }) => {
      const tried = new Promise(resolve => {
        webContents.once('did-finish-load', () => {
          const ask = (url: string) =>
            webContents.session.fetch(url).then(({ status }) => status, String)
          resolve(
            Promise.all([
              webContents.session.isPersistent(),
              ask('https://example.org/'),
              ask('app://workbook/'),
              ask('app://report/elsewhere'),
              // A page without scripts never answers, so nobody waits for long.
              Promise.race([
                webContents.executeJavaScript('document.title').catch(() => 'no script'),
                new Promise(stop => setTimeout(stop, 500, 'no script')),
              ]),
            ]),
          )
        })
      })
      Object.assign(globalThis, { tried })
    })
  })
}

test('the report is saved as PDF on pages of A4, as chosen, by a page that runs nothing and reaches nothing', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await chooseReportAsPdf(page)
  await page.getByText('Comments and suggestions', { exact: true }).click()
  await watchNextPage(desktop)
  await answerDialogs(desktop, laptop.folder.file('for the director'))
  const before = readdirSync(laptop.folder.path)
  await save(page)
  await expect(page.getByText('for the director.pdf is ready')).toBeVisible({ timeout: DRAWN_MS })

  const bytes = readFileSync(laptop.folder.file('for the director.pdf'))
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  expect(bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true)
  const { pages, fonts, words } = readPdf(bytes)
  expect(pages.length).toBeGreaterThan(8)
  for (const { width, height } of pages) {
    expect(Math.abs(width - A4.width)).toBeLessThan(1)
    expect(Math.abs(height - A4.height)).toBeLessThan(1)
  }
  expect([...new Set(fonts)].sort()).toEqual([
    'AtkinsonHyperlegibleNext-Bold',
    'AtkinsonHyperlegibleNext-Regular',
  ])
  for (const text of [
    'Example workbook',
    REPORT.madeUp,
    REPORT.differ,
    'CTX-01 Rate of referrals',
    REPORT.methods,
  ]) {
    expect(words).toContain(text)
  }
  expect(words).not.toContain('We already report this')

  expect(readdirSync(laptop.folder.path).sort()).toEqual([...before, 'for the director.pdf'].sort())
  expect(await windowsOf(desktop)).toBe(1)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'tried'))).toEqual([
    false,
    expect.stringContaining('ERR_BLOCKED_BY_CLIENT'),
    404,
    404,
    'no script',
  ])
})

test('a save dialog that is cancelled and pages that cannot be drawn leave the earlier file, and it is said what to do', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await chooseReportAsPdf(page)
  const path = laptop.folder.file('report.pdf')
  writeFileSync(path, 'precious')
  const before = readdirSync(laptop.folder.path).sort()
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async (_window: unknown, options?: Electron.SaveDialogOptions) => {
      Object.assign(globalThis, { asked: options })
      return { canceled: true, filePath: '' }
    }
  })
  await save(page)
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
    .toMatchObject({
      defaultPath: expect.stringMatching(/Example workbook \d{4}-\d\d-\d\d\.pdf$/),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: expect.arrayContaining(['showOverwriteConfirmation']),
    })
  await expect(page.getByRole('button', { name: 'Save the file' })).toBeEnabled()

  await answerDialogs(desktop, path)
  await endNextPage(desktop, 'crash')
  await save(page)
  await expect(page.getByText('its pages could not be drawn')).toBeVisible({ timeout: DRAWN_MS })
  expect(readFileSync(path, 'utf8')).toBe('precious')
  expect(readdirSync(laptop.folder.path).sort()).toEqual(before)
  expect(await windowsOf(desktop)).toBe(1)

  // Electron draws no page any more after one that never came to its end.
  await page.getByText('Report (.html)', { exact: true }).click()
  await answerDialogs(desktop, laptop.folder.file('report.html'))
  await save(page)
  await expect(page.getByText('report.html is ready')).toBeVisible()
  await page.getByText('Report as PDF (.pdf)', { exact: true }).click()
  await answerDialogs(desktop, path)
  await save(page)
  await expect(page.getByText('start it again and try once more')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toBe('precious')
})

test('quitting while pages are drawn ends the program and leaves no half of a file', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await chooseReportAsPdf(page)
  const before = readdirSync(laptop.folder.path).sort()
  await answerDialogs(desktop, laptop.folder.file('report.pdf'))
  await endNextPage(desktop, 'quit')
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  await save(page)
  await ended
  expect(readdirSync(laptop.folder.path).sort()).toEqual(before)
})
