import { expect, type Page } from '@playwright/test'
import type { Desktop } from './desktop.ts'

/** The facilitator's PIN. */
export const PIN = '7391'

/** The wait for pages that are drawn, which take their time on a machine that does much else. */
export const DRAWN_MS = 60_000

/** A page of A4, in points. */
export const A4 = { width: 595.28, height: 841.89 }

/** Opens the example from an empty library. */
export async function exploreExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Explore the example/ }).click()
  await expectExample(page)
}

/** Waits until the framework of the example is there to be read. */
export async function expectExample(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
}

/** Goes to the example's first workshop. */
export async function goToWorkshop(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Workshops', exact: true }).click()
  await page.getByRole('link', { name: 'Directors and data leads' }).click()
}

/** Gives the laptop to the room of that workshop, with a PIN where there is none yet. */
export async function giveToRoom(page: Page): Promise<void> {
  await goToWorkshop(page)
  const start = page.getByRole('button', { name: 'Start with the next participant' })
  await start.click()
  const hello = page.getByRole('heading', { level: 1, name: 'Hello' })
  const first = page.getByRole('heading', { level: 1, name: 'A PIN for this laptop' })
  await expect(hello.or(first)).toBeVisible()
  if (await hello.isVisible()) return
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByLabel('The same PIN again').fill(PIN)
  await page.getByRole('button', { name: 'Set the PIN' }).click()
  await page.getByRole('button', { name: 'I have written them down' }).click()
  await start.click()
  await expect(hello).toBeVisible()
}

/** Has the next participant of that workshop join; returns the code that they are given. */
export async function joinNextParticipant(page: Page): Promise<string> {
  await giveToRoom(page)
  await page.getByText('Ofsted', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const greeting = page.getByRole('heading', { level: 1, name: /^Your code is \S+$/ })
  return (await greeting.innerText()).replace('Your code is ', '')
}

/** Gives the laptop back to the facilitator. */
export async function unlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Facilitator' }).click()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'How to hand the laptop round' })).toBeVisible()
}

/**
 * Answers the next open or save dialog as a person would: with files, or by Cancel where there are none. A dialog that
 * takes one file alone gets the first.
 */
export async function answerDialogs({ app }: Desktop, ...paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen.length === 0
    const open = async (...given: readonly unknown[]) => {
      const isForSeveral = JSON.stringify(given.at(-1)).includes('multiSelections')
      return { canceled, filePaths: isForSeveral ? [...chosen] : chosen.slice(0, 1) }
    }
    Object.assign(dialog, { showOpenDialog: open })
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen[0] ?? '' })
  }, paths)
}

/** Chooses an item of the menu, as often as asked. */
export async function chooseInMenu({ app }: Desktop, command: string, times = 1): Promise<void> {
  await app.evaluate(
    ({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted.command)
      if (!item) throw new Error(`The menu has no ${wanted.command}.`)
      for (let time = 0; time < wanted.times; time++) item.click()
    },
    { command, times },
  )
}

/** Drops files or folders on the place of this name, as a person does from outside the window. */
export async function dropFile(
  page: Page,
  place: string,
  ...paths: readonly string[]
): Promise<void> {
  const box = await page.getByRole('region', { name: place }).boundingBox()
  if (!box) throw new Error('There is no place to drop a file on.')
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at })
  }
}
