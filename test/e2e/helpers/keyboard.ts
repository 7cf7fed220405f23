import type { Locator, Page } from '@playwright/test'

/** More Tab presses than any page has stops on the way to where a person wants to be. */
const MOST_STOPS = 60

// Runs in the page.
const look = (element: Element) => ({
  hasFocus: element === document.activeElement,
  isThere: element.isConnected,
})

/** Presses Tab until a control has the focus, as someone without a mouse does; backwards by `Shift+Tab`. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  // Found once: to look for a name anew at each stop takes longer than the stop, on a page of many things.
  let there = await target.elementHandle()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const found = await there?.evaluate(look).catch(() => undefined)
    if (found?.hasFocus) return
    // Drawn anew since, it is another element of the same name.
    if (!found?.isThere) there = await target.elementHandle()
    else await page.keyboard.press(key)
  }
  throw new Error(`The keyboard does not reach ${target} in ${MOST_STOPS} stops`)
}

/** Goes to a control by Tab and presses it. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
