import type { Page } from '@playwright/test'

/** The acts of a person on a page: presses of the mouse, and keys. */
export interface Acts {
  readonly presses: number
  readonly keys: number
}

/** Counts what a person does on the pages that are opened from now on. */
export async function countActs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const acts = { presses: 0, keys: 0 }
    const count = (what: keyof typeof acts) => () => {
      acts[what] += 1
      document.documentElement.dataset.acts = JSON.stringify(acts)
    }
    addEventListener('pointerdown', count('presses'), true)
    addEventListener('keydown', count('keys'), true)
  })
}

/** The acts since the page was loaded, or since it had seen those `before`. */
export async function actsOn(page: Page, before: Acts = { presses: 0, keys: 0 }): Promise<Acts> {
  const seen = await page.evaluate(() => document.documentElement.dataset.acts)
  const all: Acts = seen === undefined ? { presses: 0, keys: 0 } : JSON.parse(seen)
  return { presses: all.presses - before.presses, keys: all.keys - before.keys }
}
