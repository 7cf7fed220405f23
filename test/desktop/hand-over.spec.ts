import { filesWith } from '../e2e/helpers/traces.ts'
import { type Desktop, expect, test } from './desktop.ts'
import { exploreExample, joinNextParticipant, unlock } from './steps.ts'

const COMMENT = 'Quietly marmalade'

/** The traces that the desktop around the page holds: the clipboard, the windows' names, if it looks up spelling. */
const around = ({ app }: Desktop) =>
  app.evaluate(async ({ BrowserWindow, clipboard, session }) => ({
    copied: await clipboard.readText(),
    windows: BrowserWindow.getAllWindows().map(window => window.getTitle()),
    looksUpSpelling: session.defaultSession.isSpellCheckerEnabled(),
  }))

const NOTHING = { windows: ['Framework Workbook'], looksUpSpelling: false }

test('a hand-over leaves nothing in the clipboard, the list of windows or the program’s own files', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  const code = await joinNextParticipant(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Add a comment' }).first().click()
  await page.keyboard.type(COMMENT)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await expect.poll(() => around(desktop)).toEqual({ ...NOTHING, copied: COMMENT })

  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  await expect.poll(() => around(desktop)).toEqual({ ...NOTHING, copied: '' })
  const settings = laptop.folder.file('settings')
  for (const trace of [COMMENT, code]) expect(filesWith(settings, trace)).toEqual([])
  await unlock(page)
  await desktop.quit()
  for (const trace of [COMMENT, code]) expect(filesWith(settings, trace)).toEqual([])
})
