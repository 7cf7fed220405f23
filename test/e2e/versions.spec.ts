import type { Page } from '@playwright/test'
import { tempFolder } from '../helpers/temp-folder.ts'
import { findFaults } from './helpers/axe.ts'
import { DRAFT_FRAMEWORK, expect, test } from './helpers/fixtures.ts'
import { writeSecondDraft } from './helpers/second-draft.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { chooseFile, goTo, openCopy } from './helpers/steps.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  saved,
  unlock,
  usable,
  useful,
  withCode,
} from './helpers/workshop-room.ts'

const versions = (page: Page) => page.getByRole('region', { name: 'Versions' })

/** From the framework, goes to the difference that the second draft makes. */
async function compareSecondDraft(page: Page): Promise<void> {
  using folder = tempFolder()
  await page.getByRole('link', { name: 'Load a changed version' }).click()
  await chooseFile(page, writeSecondDraft(folder.file('second.csv')))
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('heading', { name: 'What second.csv changes' })).toBeFocused()
}

test('shows what a changed framework changes, and loads it once the matches are confirmed', async ({
  page,
  served,
  example,
}) => {
  await openCopy(page, served, example)
  await compareSecondDraft(page)
  const load = page.getByRole('button', { name: 'Load this version' })
  await expect(page.getByText('3 matches need your word')).toBeVisible()
  await expect(load).toBeDisabled()
  const reworded = page.getByRole('listitem').filter({ hasText: 'Yearly rate of new referrals' })
  await expect(reworded.locator('del')).toHaveText('Rate')
  await expect(reworded.locator('ins')).toHaveText(['Yearly rate', 'new'])
  await page.getByRole('button', { name: 'Confirm CTX-02a' }).click()
  await expect(page.getByRole('heading', { name: '2 matches to confirm' })).toBeVisible()
  await page.getByRole('button', { name: 'Confirm all 2 as suggested' }).click()
  await expect(page.getByText('This version can be loaded')).toBeVisible()
  await load.click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Framework', exact: true }),
  ).toBeVisible()
  const [second, first] = [versions(page).getByText('Version 2'), versions(page)]
  await expect(second).toBeVisible()
  await expect(first.getByText(/8,\d+ ratings saw it/)).toBeVisible()
  await versions(page)
    .getByRole('link', { name: /1 reworded, 1 recoded, 1 split/ })
    .click()
  await expect(page.getByRole('heading', { name: 'What version 2 changed' })).toBeVisible()
  await expect(page.getByText('Now CTX-02a and CTX-02b')).toBeVisible()
})

test('takes a decision back, and another word for it', { tag: '@long' }, async ({
  page,
  served,
  example,
}) => {
  await openCopy(page, served, example)
  await compareSecondDraft(page)
  await page.getByRole('button', { name: 'Confirm all 3 as suggested' }).click()
  await page.getByRole('button', { name: 'Decide CTX-99 again' }).click()
  const question = page.getByRole('radiogroup', { name: /^CTX-99/ })
  await question.getByText('It is new', { exact: true }).click()
  await page.getByRole('button', { name: 'Confirm CTX-99' }).click()
  await expect(page.getByText('This version can be loaded')).toBeVisible()
  const removed = page.getByRole('listitem').filter({ hasText: 'CTX-11' })
  await expect(removed.getByText('84 ratings')).toBeVisible()
  await page.getByRole('button', { name: 'What ZZZ-01 is' }).click()
  await page.getByRole('option', { name: 'It is the same as CTX-05' }).click()
  await expect(page.getByRole('heading', { name: '4 matches confirmed' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Removed/ })).toContainText('1')
})

test('has nothing to load in a file that says the same', { tag: '@long' }, async ({
  page,
  served,
  example,
}) => {
  await openCopy(page, served, example)
  await page.getByRole('link', { name: 'Load a changed version' }).click()
  await chooseFile(page, DRAFT_FRAMEWORK)
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByText('This framework is the one in use')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load this version' })).toBeDisabled()
})

test('adds, changes and retires one indicator, by keyboard', { tag: '@long' }, async ({
  page,
  served,
  example,
}) => {
  await openCopy(page, served, example)
  await page.getByRole('link', { name: 'Add an indicator' }).press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Families who were listened to')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Add the indicator' }).press('Enter')
  const code = page.getByRole('textbox', { name: 'Code' })
  await expect(code).toBeFocused()
  await expect(page.getByText('Give the indicator a code.')).toBeVisible()
  await page.keyboard.type('new-1')
  await page.keyboard.press('Enter')
  const detail = page.getByRole('article')
  await expect(detail.getByRole('heading', { name: 'Families who were listened to' })).toBeFocused()
  await detail.getByRole('link', { name: 'Change it' }).press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Families who say they were heard')
  await page.getByRole('button', { name: 'Save the change' }).press('Enter')
  await expect(
    detail.getByRole('heading', { name: 'Families who say they were heard' }),
  ).toBeVisible()
  await detail.getByRole('button', { name: 'Retire' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('All 106 indicators')).toBeVisible()
  await expect(versions(page).getByRole('listitem')).toHaveCount(4)
})

test('somebody who goes on rating after a change sees the new words, and each answer keeps those that it saw', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await unlock(page)
  await page.goto(room.at('framework', 'edit', room.indicators[0]?.code ?? ''))
  await page.getByRole('textbox', { name: 'Title' }).fill('Referrals, said otherwise')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(versions(page)).toBeVisible()
  await page.goto(room.at('workshops', room.workshop))
  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await expect(page.getByText('Referrals, said otherwise')).toBeVisible()
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  await choose(usable(page), 'Easy to use')
  await expect(saved(page)).toBeVisible()
  await unlock(page)
  await goTo(page, 'Framework')
  await expect(versions(page).getByText(/1 rating saw it/)).toHaveCount(2)
})

test('no page about versions has a fault that axe can find or is wider than a phone', {
  tag: '@long',
}, async ({ page, served, example }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await openCopy(page, served, example)
  await compareSecondDraft(page)
  expect.soft(await findFaults(page), 'difference').toEqual([])
  await expectNothingSideways(page, 'difference')
  await page.getByRole('button', { name: 'Confirm all 3 as suggested' }).click()
  await expect(page.getByText('This version can be loaded')).toBeVisible()
  for (const forcedColors of ['active', 'none'] as const) {
    await page.emulateMedia({ forcedColors })
    expect.soft(await findFaults(page), `confirmed, forced colours ${forcedColors}`).toEqual([])
  }
  await page.getByRole('button', { name: 'Load this version' }).click()
  await expect(versions(page)).toBeVisible()
  expect.soft(await findFaults(page), 'framework').toEqual([])
  await versions(page).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Every change' })).toBeVisible()
  expect.soft(await findFaults(page), 'version').toEqual([])
  await expectNothingSideways(page, 'version')
  await page.goBack()
  await page.getByRole('link', { name: 'Add an indicator' }).click()
  expect.soft(await findFaults(page), 'form').toEqual([])
  await expectNothingSideways(page, 'form')
})
