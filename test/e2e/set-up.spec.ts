import { actsOn, countActs } from './helpers/acts.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { joinAs, prepareRoom } from './helpers/workshop-room.ts'

test('sets up a workshop in a few acts: with a section for a group, and again as the last one was', async ({
  page,
  served,
}) => {
  await countActs(page)
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('workshops', 'new'))
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const tick = (words: string) => page.locator('label', { hasText: words }).click()
  await press('Same as “Directors and data leads”')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Directors and data leads')
  await press(/What is asked/)
  await page.getByText('Each group is asked its own').click()
  await press(/^Young people all 106/)
  const sections = [...new Set(room.indicators.map(({ section }) => section[0] ?? ''))]
  await press('Untick all')
  await tick(sections[0] ?? '')
  await page.getByText('Sections shuffled for each person').click()
  await tick('Easy read')
  const minutes = page.getByRole('textbox', { name: 'Minutes planned for rating' })
  expect(await findFaults(page)).toEqual([])
  await minutes.click()
  await page.keyboard.type('20')
  await press('Add the workshop')
  const own = room.indicators.filter(({ section }) => section[0] === sections[0]).length
  const asked = `1 group is asked ${own} of 106 indicators; sections shuffled for each person; in title and plain words; 20 minutes planned`
  await expect(page.getByText(asked)).toBeVisible()
  const chosen = await actsOn(page)

  await page.goto(room.at('workshops', 'new'))
  await press('Same as “Directors and data leads”')
  await press('Add the workshop')
  await expect(page.getByText(asked)).toBeVisible()
  const copied = await actsOn(page, chosen)
  console.info(
    `A new choice: ${chosen.presses} presses and ${chosen.keys} keys. A copy: ${copied.presses} and ${copied.keys}.`,
  )
  // A press and a key take about a second each, so a minute has room for these.
  expect(chosen.presses + chosen.keys).toBeLessThanOrEqual(30)
  expect(copied).toEqual({ presses: 2, keys: 0 })

  const here = page.url()
  await page.goto(`${here}/room`)
  await expect(page.getByRole('textbox', { name: 'Minutes to rate' })).toHaveValue('20')
  await page.goto(here)
  await press('Start with the first participant')
  await joinAs(page, 'Young people')
  await expect(page.getByText(`0 of ${own}`, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Easy read' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Plain words' })).toBeVisible()
})
