import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { threeLaptops } from '../helpers/three-laptops.ts'
import { expect, type Laptop, startOn, test } from './desktop.ts'
import { findElectron } from './electron.ts'
import { exploreExample, giveToRoom, unlock } from './steps.ts'

const workshops = (page: Page) =>
  page.getByRole('heading', { level: 1, name: 'Workshops', exact: true })

/** Starts the program a second time with a file, as a double-click does while it is open. */
async function doubleClick({ folder, libraryFolder }: Laptop, file: string): Promise<void> {
  const { env, flags } = startOn(folder, libraryFolder)
  const second = spawn(findElectron()?.program ?? '', [...flags, projectPath(''), file], {
    env,
    stdio: 'ignore',
  })
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
}

test('a package that is double-clicked starts the program and is opened', async ({ laptop }) => {
  const { setUp } = await threeLaptops(laptop.folder.path)
  const { page } = await laptop.open({ words: [setUp] })
  await expect(workshops(page)).toBeVisible()
})

test('a package that is double-clicked while the program is open is opened in its window', async ({
  laptop,
}) => {
  const { setUp, packages } = await threeLaptops(laptop.folder.path)
  const { app, page } = await laptop.open()
  await expect(page.getByRole('link', { name: 'Load a framework' })).toBeVisible()
  await doubleClick(laptop, setUp)
  await expect(workshops(page)).toBeVisible()
  await doubleClick(laptop, packages[0] ?? '')
  await expect(page.getByRole('alert')).toContainText('already has a workbook of this study')
  expect(app.windows()).toHaveLength(1)
})

test('a package that is double-clicked before the page listens is opened once it does', async ({
  laptop,
}) => {
  const { setUp } = await threeLaptops(laptop.folder.path)
  const { app, page } = await laptop.open()
  await expect(page.getByRole('link', { name: 'Load a framework' })).toBeVisible()
  await app.evaluate(({ app: main, BrowserWindow }, file) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('did-navigate', () => main.emit('second-instance', {}, [file], ''))
    contents?.reload()
  }, setUp)
  await expect(workshops(page)).toBeVisible()
})

test('a package that is double-clicked while a room has the laptop opens neither then nor after', async ({
  laptop,
}) => {
  const { setUp } = await threeLaptops(laptop.folder.path)
  const { page } = await laptop.open()
  await exploreExample(page)
  await giveToRoom(page)
  await doubleClick(laptop, setUp)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible()
  await unlock(page)
  await page.getByRole('link', { name: 'Framework Workbook' }).click()
  await expect(page.getByRole('row', { name: /Example workbook/ })).toBeVisible()
  await page.getByRole('link', { name: 'Open a package' }).click()
  await expect(page.getByRole('button', { name: 'Choose packages' })).toBeVisible()
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').first().click()
  await expect(page.getByRole('row', { name: /\d+ indicators/ })).toHaveCount(1)
})
