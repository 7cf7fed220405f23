import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/**
 * Expects that a page is not wider than its window. Charts are drawn anew once a window has its size, so it is looked at
 * until it holds; what does not hold is told with whatever else is wrong.
 */
export async function expectNothingSideways(page: Page, where: string): Promise<void> {
  const excess = () => document.documentElement.scrollWidth - window.innerWidth
  await expect.soft
    .poll(() => page.evaluate(excess), `${where}: px wider than the window`)
    .toBeLessThanOrEqual(0)
}
