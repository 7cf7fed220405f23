import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/fixtures.ts'
import { tabTo } from '../helpers/keyboard.ts'
import { goTo, goToTable } from '../helpers/steps.ts'
import {
  choose,
  joinAs,
  lookAtAnswersSoFar,
  nextParticipant,
  peopleElsewhere,
  prepareRoom,
  radio,
  saved,
  stayPut,
  storedRatings,
  unlock,
  usable,
  useful,
  type WorkshopRoom,
  withCode,
} from '../helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

const titleOf = (position: number) => room.indicators[position]?.title ?? 'no such indicator'

async function openAgain(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: withCode('(Continue|Look again) as ', number) }).click()
  await page.getByRole('button', { name: withCode('Open as ', number) }).click()
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
}

test('keeps an answer, a change and a comment over a reload', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await stayPut(page)
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await choose(useful(page), 'Very useful')
  await choose(usable(page), 'I don’t know')
  await page.getByRole('button', { name: 'Add a comment' }).first().click()
  await page.keyboard.type('We "report" this, =1+1 😀')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(1))
  await expect(saved(page)).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(1))
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(radio(useful(page), 'Very useful')).toBeChecked()
  await expect(radio(usable(page), 'I don’t know')).toBeChecked()
  await expect(page.getByRole('textbox')).toHaveValue('We "report" this, =1+1 😀')
})

test('keeps the comment of one tab beside the answer of another', { tag: '@long' }, async ({
  page,
  context,
  served,
}) => {
  await joinAs(page, 'ADCS')
  const second = await context.newPage()
  await second.goto(served.url)
  await second.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Add a comment' }).first().click()
  await page.keyboard.type('Written in the first tab')
  await expect(saved(page)).toBeVisible()
  await choose(useful(second), 'Useful')
  await expect(saved(second)).toBeVisible()
  await choose(usable(page), 'Easy to use')
  await expect(saved(page)).toBeVisible()
  for (const tab of [page, second]) {
    await tab.reload()
    // One indicator has both answers by now, so the page opens at the next one.
    await tab.getByRole('button', { name: 'Previous' }).click()
    await expect(tab.getByRole('textbox')).toHaveValue('Written in the first tab')
    await expect(radio(useful(tab), 'Useful')).toBeChecked()
    await expect(radio(usable(tab), 'Easy to use')).toBeChecked()
  }
})

test('lets an answer be taken back, which then counts as not given', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await stayPut(page)
  await choose(useful(page), 'Useful')
  await choose(usable(page), 'Easy to use')
  await expect(page.getByText('1 of 106', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take back my answer' }).first().click()
  await expect(useful(page).getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(useful(page).getByRole('radio').first()).toBeFocused()
  await expect(page.getByText('0 of 106', { exact: true })).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(useful(page).getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(radio(usable(page), 'Easy to use')).toBeChecked()
})

test.describe('the scale under the arrow keys', () => {
  const focused = (page: Page) => page.locator(':focus')

  test('can be read to its ends without an answer, and stops there', async ({ page, served }) => {
    await joinAs(page, 'ADCS')
    const [first, last] = ['Not useful at all', 'Very useful']
    await tabTo(page, useful(page).getByRole('radio').first())
    for (const label of ['Not very useful', 'In between', 'Useful', last, last]) {
      await page.keyboard.press('ArrowRight')
      await expect(focused(page)).toHaveAccessibleName(new RegExp(`of 5, ${label}$`))
    }
    await page.keyboard.press('Home')
    await expect(focused(page)).toHaveAccessibleName(`1 of 5, ${first}`)
    await page.keyboard.press('ArrowUp')
    await expect(focused(page)).toHaveAccessibleName(`1 of 5, ${first}`)
    await page.keyboard.press('End')
    await expect(focused(page)).toHaveAccessibleName(`5 of 5, ${last}`)

    await page.keyboard.press('Tab')
    await expect(focused(page)).toHaveAccessibleName('I don’t know')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(focused(page)).toHaveAccessibleName('Doesn’t apply')
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(saved(page)).toHaveCount(0)
    await finish(page)
    expect(storedRatings(served)).toEqual([])
  })

  test('is answered once, by Enter or space, where the keys have come to', async ({
    page,
    served,
  }) => {
    await joinAs(page, 'ADCS')
    await tabTo(page, useful(page).getByRole('radio').first())
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(useful(page).getByRole('radio', { checked: true })).toHaveAccessibleName(
      '5 of 5, Very useful',
    )
    await tabTo(page, usable(page).getByRole('radio').first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(saved(page)).toBeVisible()
    await finish(page)
    expect(storedRatings(served)).toEqual([
      { criterion: 'usefulness', answer: 'level', level: 5 },
      { criterion: 'usability', answer: 'level', level: 2 },
    ])
  })

  test('is one Tab stop, at the answer where there is one', { tag: '@long' }, async ({ page }) => {
    await joinAs(page, 'ADCS')
    await choose(useful(page), 'Useful')
    await radio(useful(page), 'Useful').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Tab')
    await expect(focused(page)).toHaveAccessibleName('I don’t know')
    await page.keyboard.press('Tab')
    await expect(focused(page)).toHaveAccessibleName('Add a comment')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(focused(page)).toHaveAccessibleName('4 of 5, Useful')
  })

  test('is two groups of one question to a screen reader', async ({ page }) => {
    await joinAs(page, 'ADCS')
    await choose(useful(page), 'I don’t know')
    await expect(useful(page)).toMatchAriaSnapshot(`
      - group /Indicator 1 of 106.*How useful would it be to know this\\?/:
        - radiogroup "Levels":
          - radio "1 of 5, Not useful at all"
          - radio "2 of 5, Not very useful"
          - radio "3 of 5, In between"
          - radio "4 of 5, Useful"
          - radio "5 of 5, Very useful"
        - radiogroup "Or, if no level fits":
          - radio "I don’t know" [checked]
          - radio "Doesn’t apply"
    `)
  })
})

test('puts the focus on the new indicator, so that a screen reader says it', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.getByRole('button', { name: 'Next', exact: true }).press('Enter')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(`Indicator 2 of 106: ${titleOf(1)}`)
  await expect(useful(page)).toBeFocused()
  await expect(useful(page)).toHaveAccessibleName(
    `Indicator 2 of 106: ${titleOf(1)} How useful would it be to know this?`,
  )
})

test('shows young people the plain words first, and swaps them for the title', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'Young people')
  const plain = room.indicators[0]?.easyRead ?? ''
  await expect(page.getByRole('heading', { level: 1 })).toContainText(plain)
  await page.getByRole('button', { name: 'Title' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(0))
})

test('goes to any indicator from the list of all', { tag: '@long' }, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.getByRole('button', { name: 'All indicators' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: titleOf(41) })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(41))
})

test('shows the next person nothing of the last one, nor does Back', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Not useful at all')
  await page.getByRole('button', { name: 'Add a comment' }).first().click()
  await page.keyboard.type('A secret of the first person')
  await finish(page)

  const everythingKept = () =>
    page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(await everythingKept()).not.toMatch(/[0-9a-f]{8}-/)
  for (const way of ['back', 'forward', 'typed'] as const) {
    if (way === 'back') await page.goBack()
    if (way === 'forward') await page.goForward()
    if (way === 'typed') await page.goto(room.at('results'))
    await expect(page.locator('h1')).toBeVisible()
    expect(await page.content()).not.toContain('A secret')
    await expect(page.getByRole('radio')).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()

  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await joinAs(page, 'Young people')
  await expect(page.getByText(withCode('', 2, '$'))).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  expect(await page.content()).not.toContain('A secret')
})

test('lets a facilitator open a participant again, where they left off', { tag: '@long' }, async ({
  page,
}) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await choose(usable(page), 'Easy to use')
  await finish(page)
  await unlock(page)
  await expect(page.getByText('1 of 106')).toBeVisible()
  await openAgain(page, 1)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(1))
})

test('shows the facilitator how far people are, as it happens', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await unlock(page)
  await using people = peopleElsewhere(served, room)
  await expect(page.getByText('Nobody has rated yet')).toBeVisible()
  const person = await people.join()
  await expect(page.getByText('0 of 106')).toBeVisible()
  await people.rate(person, room.indicators[0]?.id ?? '', 4)
  await expect(page.getByText('1 of 106')).toBeVisible()
})

test('offers the groups that the facilitator chose', { tag: '@long' }, async ({ page }) => {
  await unlock(page)
  await page.goto(room.at('workshops', 'new'))
  await page.getByRole('textbox', { name: 'Title' }).fill('Foster carers’ evening')
  await page.getByRole('checkbox', { name: 'Use Ofsted' }).press('Space')
  await page.getByRole('textbox', { name: 'Name of group 1' }).fill('Directors')
  await page.getByRole('button', { name: 'Add a group' }).click()
  await page.getByRole('textbox', { name: 'Name of group 8' }).fill('Foster carers')
  await page.getByRole('button', { name: 'Add the workshop' }).click()
  await page.getByRole('button', { name: 'Start with the first participant' }).click()
  const groups = page.getByRole('radiogroup', { name: 'Which group are you in?' })
  await expect(groups).toContainText('Directors')
  await expect(groups).toContainText('Foster carers')
  await expect(groups).not.toContainText('ADCS')
  await expect(groups).not.toContainText('Ofsted')

  await unlock(page)
  await page.getByRole('button', { name: 'Practise' }).click()
  await expect(page.getByText('Practice: these answers do not count.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I was here before' })).toHaveCount(0)
  await joinAs(page, 'Foster carers')
  await expect(page.getByText('Practice: these answers do not count.')).toBeVisible()
  await unlock(page)
  await expect(page.getByText('Test', { exact: true })).toBeVisible()
  await page.goto(room.at('workshops', 'new'))
  await page.getByRole('button', { name: 'Same as “Foster carers’ evening”' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Foster carers’ evening')
  await expect(page.getByRole('textbox', { name: 'Name of group 7' })).toHaveValue('Foster carers')
})

test('shows the very first rating among the results', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await finish(page)
  await unlock(page)
  await goTo(page, 'Results')
  await lookAtAnswersSoFar(page)
  await goToTable(page)
  await expect(page.getByRole('img', { name: /CTX-01.*1 Useful/ })).toBeVisible()
})

test('shows a whole indicator without scrolling at 1366 by 768, whatever its words', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'Young people')
  const next = page.getByRole('button', { name: 'Next', exact: true })
  for (const { easyRead } of room.indicators) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(easyRead)
    const excess = await page.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    )
    expect(excess, easyRead).toBeLessThanOrEqual(0)
    await next.click()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You rated 0 of 106')
})
