import type { Locator, Page } from '@playwright/test'

/** More Tab presses than any page has stops on the way to where a person wants to be. */
const MOST_STOPS = 60

const hasFocus = (target: Locator) =>
  target.evaluate(element => element === document.activeElement).catch(() => false)

/** Presses Tab until a control has the focus, as someone without a mouse does; backwards by `Shift+Tab`. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`The keyboard does not reach ${target} in ${MOST_STOPS} stops`)
}

/** Goes to a control by Tab and presses it. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
