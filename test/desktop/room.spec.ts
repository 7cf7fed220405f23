import type { Page } from '@playwright/test'
import type { DesktopBridge } from '../../shared/host.ts'
import { type Desktop, expect, test } from './desktop.ts'
import {
  chooseInMenu,
  exploreExample,
  giveToRoom,
  joinNextParticipant,
  PIN,
  unlock,
} from './steps.ts'

test.use({ provoked: /with the people in the room/ })

/** The ids of all items of the menu, and whether the window has the screen to itself. */
const shell = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow, Menu }) => {
    const items = Menu.getApplicationMenu()?.items ?? []
    return {
      items: items.flatMap(({ submenu }) => submenu?.items.map(({ label }) => label) ?? []),
      isKiosk: BrowserWindow.getAllWindows()[0]?.isKiosk() ?? false,
    }
  })

const ROOM_SHELL = { items: ['Unlock…', 'Quit…'], isKiosk: true }

/** Presses a key as the keyboard would, so that a menu's keys count too. */
async function press({ app }: Desktop, keyCode: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['keyDown', 'keyUp'] as const) {
      contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control', 'shift'] })
    }
  }, keyCode)
}

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })

test('a room has the whole screen, and a menu with nothing but Unlock and Quit', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await exploreExample(page)
  const before = await shell(desktop)
  expect(before.isKiosk).toBe(false)
  await giveToRoom(page)
  await expect.poll(() => shell(desktop)).toEqual(ROOM_SHELL)

  await press(desktop, 'I')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.openDevTools(),
  )
  const isInspected = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened(),
    )
  await expect.poll(isInspected).toBe(false)
  expect(await page.evaluate(() => window.open('app://workbook/'))).toBeNull()
  expect(app.windows()).toHaveLength(1)

  await chooseInMenu(desktop, 'unlock')
  await dialogOf(page, 'For the facilitator').getByLabel('PIN', { exact: true }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'How to hand the laptop round' })).toBeVisible()
  await expect.poll(() => shell(desktop)).toEqual(before)
})

test('no file goes in or out while a room has the laptop, not even by a drop', async ({
  laptop,
}) => {
  const { page } = await laptop.open()
  await exploreExample(page)
  await giveToRoom(page)
  const answers = await page.evaluate(async () => {
    const bridge: DesktopBridge = Reflect.get(window, 'workbookHost')
    const asked = [
      bridge.chooseFile('framework'),
      bridge.chooseFiles('ratings'),
      bridge.choosePackages('folder'),
      bridge.takeDropped(),
      bridge.takeDroppedPackages(),
      bridge.chooseDestination('all.csv', 'csv'),
    ]
    const settled = await Promise.allSettled(asked)
    return settled.map(answer => (answer.status === 'rejected' ? String(answer.reason) : 'given'))
  })
  for (const answer of answers) expect(answer).toContain('with the people in the room')
  await unlock(page)
})

test('closing the window asks for the PIN, and only then quits', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await exploreExample(page)
  await giveToRoom(page)
  await expect.poll(() => shell(desktop)).toEqual(ROOM_SHELL)
  await app.evaluate(({ app: program }) => program.quit())
  const sheet = dialogOf(page, 'Quit the program?')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await sheet.getByLabel('PIN', { exact: true }).fill(PIN)
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  await sheet.getByRole('button', { name: 'Quit' }).click()
  await ended
})

test('a laptop that went out in a room’s hands starts in them, with the person who had it', async ({
  laptop,
}) => {
  const first = await laptop.open()
  await exploreExample(first.page)
  await joinNextParticipant(first.page)
  await first.page.getByRole('button', { name: 'Start' }).click()
  first.app.process().kill('SIGKILL')
  await first.quit()

  const desktop = await laptop.open()
  await expect.poll(() => shell(desktop)).toEqual(ROOM_SHELL)
  await expect(desktop.page.getByRole('heading', { level: 1 })).toHaveText(/Your code is/)
  await unlock(desktop.page)
})
