import type { Page } from '@playwright/test'

/** Milliseconds far beyond what a person notices as a halt, so that a busy machine does not count as one. */
export const FREEZES_AFTER = 500

/** Watches for work that keeps the page from answering; gives the longest so far, in milliseconds. */
export async function watchFreezes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const durations: number[] = []
    Object.assign(window, { durations })
    new PerformanceObserver(list => {
      durations.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask', buffered: true })
  })
  return () =>
    page.evaluate(() => Math.max(0, ...(window as unknown as { durations: number[] }).durations))
}
