import { expect, test } from './helpers/fixtures.ts'
import { exploreExample, loadDraft } from './helpers/steps.ts'

test('labels the example as an illustration', async ({ page, served }) => {
  await exploreExample(page, served)
  await expect(page.getByText('An illustration, not the published framework')).toBeVisible()
})

test('opens and closes sections, and reads an indicator in full', async ({ page, served }) => {
  await loadDraft(page, served)
  await expect(page.getByText('An illustration')).toHaveCount(0)
  const section = page.getByRole('button', { name: /C1\. Are services keeping children safe/ })
  await expect(section).toHaveAttribute('aria-expanded', 'false')
  await section.click()
  await expect(section).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('link', { name: /^CTX-03/ }).click()
  const detail = page.getByRole('article')
  await expect(detail.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(detail.getByText('In plain words')).toBeVisible()
  for (const field of ['Definition', 'Source', 'Unit', 'Population', 'Data type', 'Status']) {
    await expect(detail.getByRole('term').filter({ hasText: field }).first()).toBeVisible()
  }
})

test('goes on to the next indicator and back', { tag: '@long' }, async ({ page, served }) => {
  await loadDraft(page, served)
  await page.getByRole('link', { name: /^CTX-01/ }).click()
  await page.getByRole('article').getByRole('link', { name: 'CTX-02' }).click()
  await expect(page).toHaveURL(/CTX-02$/)
  await page.goBack()
  await expect(page).toHaveURL(/CTX-01$/)
})

test('opens the section of the indicator that one goes on to', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await loadDraft(page, served)
  const section = page.getByRole('button', { name: /^A\. Organisational/ })
  await expect(section).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('link', { name: /^CTX-11/ }).click()
  await page.getByRole('article').getByRole('link', { name: 'ORG-01' }).click()
  await expect(section).toHaveAttribute('aria-expanded', 'true')
})

test('searches all words of the indicators, and says how many fit', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await loadDraft(page, served)
  const search = page.getByRole('searchbox', { name: 'Search the indicators' })
  await search.fill('asylum')
  await expect(page.getByText(/^\d+ of 106 indicators$/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^CTX-09/ })).toBeVisible()
  await search.press('Escape')
  await expect(page.getByText('All 106 indicators')).toBeVisible()
  await search.fill('no indicator has these words')
  await expect(page.getByText('No indicator fits')).toBeVisible()
  await page.getByRole('button', { name: 'Show all indicators' }).click()
  await expect(page.getByText('All 106 indicators')).toBeVisible()
})

test('filters by data type and status together', async ({ page, served }) => {
  await loadDraft(page, served)
  await page.getByRole('button', { name: /Data type/ }).click()
  await page.getByRole('option', { name: 'User feedback' }).click()
  await expect(page.getByText('26 of 106 indicators')).toBeVisible()
  await page.getByRole('button', { name: /Status/ }).click()
  await page.getByRole('option', { name: 'Existing', exact: true }).click()
  const both = page.getByText(/^\d+ of 106 indicators$/)
  await expect(both).not.toHaveText('26 of 106 indicators')
})

test('shows one thing at a time on a narrow window', { tag: '@long' }, async ({ page, served }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await loadDraft(page, served)
  await page.getByRole('link', { name: /^CTX-02/ }).click()
  await expect(page.getByRole('searchbox')).toBeHidden()
  await page.getByRole('link', { name: 'All indicators' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
})
