import { spawn } from 'node:child_process'
import { projectPath } from '../../build/project.ts'
import { expect, startOn, test } from './desktop.ts'
import { findElectron } from './electron.ts'
import {
  chooseInMenu,
  expectExample,
  exploreExample,
  joinNextParticipant,
  unlock,
} from './steps.ts'

test('one window opens, with the title of the program', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(window => window.getTitle()),
  )
  expect(titles).toEqual(['Framework Workbook'])
})

test('a second start brings the first window to the front and ends', async ({ laptop }) => {
  const { app } = await laptop.open()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const { env, flags } = startOn(laptop.folder, laptop.libraryFolder)
  const second = spawn(findElectron()?.program ?? '', [...flags, projectPath('')], {
    env,
    stdio: 'ignore',
  })
  const code = await new Promise(resolve => second.once('exit', resolve))
  expect(code).toBe(0)
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(window => window.isVisible()),
      ),
    )
    .toEqual([true])
})

test('the menu enlarges the page to twice its size and more, and back', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  const zoom = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    )
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await chooseInMenu(desktop, 'zoom-in', 10)
  expect(await zoom()).toBeCloseTo(2)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  await expect(page.getByRole('link', { name: 'Load a framework' })).toBeVisible()
  await chooseInMenu(desktop, 'zoom-in', 50)
  expect(await zoom()).toBeCloseTo(3)
  await chooseInMenu(desktop, 'zoom-reset')
  expect(await zoom()).toBe(1)
})

test('the menu leads to pages, and offers those of a workbook only when one is open', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  const isOffered = (id: string) =>
    app.evaluate(
      ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled,
      id,
    )
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await isOffered('results')).toBe(false)
  await chooseInMenu(desktop, 'explore-example')
  await expectExample(page)
  await expect.poll(() => isOffered('results')).toBe(true)
  await chooseInMenu(desktop, 'results')
  await expect(page.getByRole('heading', { level: 1, name: /Results/ })).toBeVisible()
  await chooseInMenu(desktop, 'library')
  await expect(page.getByRole('link', { name: 'Example workbook' })).toBeVisible()
  await expect.poll(() => isOffered('results')).toBe(false)
})

test('the menu leads nowhere while a participant holds the laptop', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  const offered = () =>
    app.evaluate(({ Menu }) =>
      ['new-workbook', 'library', 'workshops', 'results', 'export'].filter(
        id => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled,
      ),
    )
  await exploreExample(page)
  await joinNextParticipant(page)
  await expect.poll(offered).toEqual([])
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
  expect(await offered()).toEqual([])
  await unlock(page)
})

test('a dark window is dark from its first moment at the next start', async ({ laptop }) => {
  const first = await laptop.open()
  await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible()
  await chooseInMenu(first, 'appearance-dark')
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await first.quit()
  const { app, page } = await laptop.open()
  const colour = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  )
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const painted = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--page').trim().toLowerCase(),
  )
  expect(colour).toBe(painted)
})

test('a page that has crashed is opened anew when the person says so', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const heading = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    const loaded = new Promise(resolve => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    await loaded
    return contents?.executeJavaScript(`new Promise(resolve => {
      const look = () => document.querySelector('h1')
        ? resolve(document.querySelector('h1').textContent)
        : setTimeout(look, 50)
      look()
    })`)
  })
  expect(heading).toContain('Test a draft framework')
})
