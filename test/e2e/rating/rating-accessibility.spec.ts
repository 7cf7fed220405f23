import { findFaults } from '../helpers/axe.ts'
import { expect, longUnless, test } from '../helpers/fixtures.ts'
import {
  choose,
  nextParticipant,
  prepareRoom,
  saved,
  unlock,
  useful,
  type WorkshopRoom,
  withCode,
} from '../helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

for (const theme of ['light', 'dark', 'projector', 'forced colours'] as const) {
  const details = longUnless(theme === 'light')
  test(
    `has nothing that axe objects to on any of these pages in ${theme}`,
    details,
    async ({ page }) => {
      await page.emulateMedia({
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        contrast: theme === 'projector' ? 'more' : 'no-preference',
        forcedColors: theme === 'forced colours' ? 'active' : 'none',
        reducedMotion: 'reduce',
      })
      const shown = theme === 'forced colours' ? 'light' : theme
      await expect(page.locator('html')).toHaveAttribute('data-theme', shown)
      const check = async (name: string) => {
        expect(await findFaults(page), name).toEqual([])
      }
      const heading = (name: string | RegExp) =>
        expect(page.getByRole('heading', { name })).toBeVisible()

      await heading('Hello')
      await check('choosing a group')
      await page.getByText('ADCS').click()
      await page.getByRole('button', { name: 'Continue' }).click()
      await heading(withCode('Your code is ', 1))
      await check('welcome')
      await page.getByRole('button', { name: 'Start' }).click()
      await choose(useful(page), 'Useful')
      await page.getByRole('button', { name: 'Add a comment' }).first().click()
      await page.getByRole('button', { name: 'More about this indicator' }).click()
      await expect(saved(page)).toBeVisible()
      await check('rating')
      await page.getByRole('button', { name: 'All indicators' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check('all indicators')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Finish', exact: true }).click()
      await heading(/You half rated/)
      await check('summary')
      await page.getByRole('button', { name: 'Finish and hand over' }).click()
      await heading('Thank you')
      await check('hand-over')
      await page.getByRole('button', { name: 'Facilitator' }).click()
      await check('unlocking')
      await page.getByRole('button', { name: 'I forgot the PIN' }).click()
      await check('unlocking by words')
      await page.keyboard.press('Escape')
      await unlock(page)
      await expect(page.getByText(withCode('', 1, '$'))).toBeVisible()
      await check('workshop')
      await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
      await check('opening answers')
      await page.goto(room.at('workshops'))
      await expect(page.getByRole('table')).toBeVisible()
      await check('workshops')
      await page.goto(room.at('workshops', 'new'))
      await page.getByRole('button', { name: 'Add the workshop' }).click()
      await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
      await check('new workshop')
    },
  )
}
