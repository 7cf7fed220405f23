import type { Page } from '@playwright/test'
import { build } from 'vite'
import { projectPath } from '../../../build/project.ts'
import { findFaults } from '../helpers/axe.ts'
import { expect, test } from '../helpers/fixtures.ts'
import { nextParticipant, prepareRoom } from '../helpers/workshop-room.ts'

/** The words of the made-up language, as one module in the place of a real language's. */
async function mirroredWords(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: projectPath('test/helpers/mirrored-language.ts'), formats: ['es'] },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('There is no bundle.')
  return bundle.output[0].code
}

/** Has a browser take Welsh for a language that runs from the right, and gives it mirrored words. */
async function mirrorWelsh(page: Page): Promise<void> {
  const body = await mirroredWords()
  await page.route(/\/assets\/welsh-[^/]*\.js$/, route =>
    route.fulfill({ contentType: 'text/javascript', body }),
  )
  await page.addInitScript(() => {
    Object.assign(Intl.Locale.prototype, {
      getTextInfo(this: Intl.Locale) {
        return { direction: this.language === 'cy' ? 'rtl' : 'ltr' }
      },
    })
  })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The middle of an element along a line, in CSS pixels from the left. */
const middleOf = async (element: ReturnType<Page['locator']>): Promise<number> => {
  const box = await element.boundingBox()
  if (!box) throw new Error('It is not on screen.')
  return box.x + box.width / 2
}

/** The pixels that reach out of the window to a side. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [width, height] of [
  [1366, 768],
  [320, 640],
] as const) {
  test(`runs from the right as a whole at ${width}x${height}`, { tag: '@long' }, async ({
    page,
    served,
  }) => {
    await page.setViewportSize({ width, height })
    await mirrorWelsh(page)
    await nextParticipant(page, served, await prepareRoom(served))
    const check = async () => {
      expect(await findFaults(page), await page.title()).toEqual([])
      expect(await sideways(page), await page.title()).toBe(0)
    }
    await page.getByRole('button', { name: 'Cymraeg' }).click()
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await check()
    await page.getByRole('radio').first().press('Space')
    await page.locator('main button').nth(2).click()
    await expect(heading(page)).toContainText(/-01/)
    await check()
    await page.locator('main button').nth(-2).click()

    const levels = page.locator('[data-question]').first().getByRole('radio')
    await expect(levels.first()).toBeVisible()
    const [previous, next] = [
      page.locator('footer button').first(),
      page.locator('footer button').last(),
    ]
    expect(await middleOf(next)).toBeLessThan(await middleOf(previous))
    const turned = await next.locator('svg').evaluate(icon => getComputedStyle(icon).transform)
    expect(turned).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    // Side by side the first level stands at the right, and the arrow that points left goes on from it.
    await page.keyboard.press('ArrowDown')
    await expect(levels.first()).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(levels.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(levels.first()).toBeFocused()
    if (width > 1000) {
      expect(await middleOf(levels.nth(1))).toBeLessThan(await middleOf(levels.first()))
    }
    await levels.nth(3).press('Enter')
    await check()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
}
