import { findFaults } from '../helpers/axe.ts'
import { expect, longUnless, test } from '../helpers/fixtures.ts'
import { expectNothingSideways } from '../helpers/sideways.ts'
import { joinAs, nextParticipant, prepareRoom, saved } from '../helpers/workshop-room.ts'

for (const [width, height] of [
  [1366, 768],
  [320, 640],
] as const) {
  test(
    `a section at once is answered by keys, kept as any answer, and left at will, at ${width} by ${height}`,
    longUnless(width === 1366),
    async ({ page, served }) => {
      const room = await prepareRoom(served)
      const [first, second] = room.indicators
      await nextParticipant(page, served, room)
      await joinAs(page, 'ADCS')
      await page.setViewportSize({ width, height })
      await page.keyboard.press('?')
      await page.getByText('A whole section at once, as a list').click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { level: 2, name: first?.title ?? '' })).toBeVisible()
      expect(await findFaults(page), 'the list').toEqual([])
      await expectNothingSideways(page, 'the list')

      const checked = page.getByRole('radio', { checked: true })
      const radios = page.getByRole('radio', { name: '1 of 5, Not useful at all' })
      await radios.first().focus()
      await page.keyboard.type('45d2')
      await expect(checked).toHaveCount(4)
      await expect(saved(page)).toBeVisible()
      await page.keyboard.press('u')
      await expect(checked).toHaveCount(3)
      await page.keyboard.press('?')
      await page.getByText('A whole section at once, as a list').click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(second?.title ?? '')
      await expect(
        page.getByRole('radio', { name: 'I don’t know', checked: true, includeHidden: true }),
      ).toHaveCount(1)
    },
  )
}
