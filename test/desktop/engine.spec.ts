import { readdirSync } from 'node:fs'
import { projectPath } from '../../build/project.ts'
import { type Desktop, expect, processesOf, test } from './desktop.ts'
import { answerDialogs, exploreExample, joinNextParticipant, unlock } from './steps.ts'

const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')

/** Waits for the engine's process and returns its id. Throws rather than name a process that is not it. */
async function engineOf(desktop: Desktop): Promise<number> {
  await expect.poll(() => processesOf(desktop, 'engine')).toHaveLength(1)
  const [engine] = await processesOf(desktop, 'engine')
  if (engine === undefined) throw new Error('The engine ended by itself.')
  return engine
}

async function killEngine(desktop: Desktop): Promise<number> {
  const engine = await engineOf(desktop)
  process.kill(engine, 'SIGKILL')
  await expect.poll(() => processesOf(desktop, 'engine')).not.toContain(engine)
  return engine
}

test('an engine that is killed comes back, and the page goes on', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  const killed = await killEngine(desktop)
  await expect
    .poll(async () => (await processesOf(desktop, 'engine')).filter(pid => pid !== killed))
    .toHaveLength(1)
  await joinNextParticipant(page)
  await unlock(page)
})

test('an engine with a fault that nothing caught ends, as in Electrons that would let it run on, and another takes its place', async ({
  laptop,
}) => {
  const desktop = await laptop.open({
    before: app =>
      app.evaluate(({ utilityProcess }, script) => {
        const { fork } = utilityProcess
        utilityProcess.fork = (bundle, _words, options) => fork(script, [bundle], options)
      }, projectPath('test/desktop/reject-on-signal.cjs')),
  })
  await exploreExample(desktop.page)
  const engine = await engineOf(desktop)
  process.kill(engine, 'SIGUSR2')
  await expect.poll(() => processesOf(desktop, 'engine')).not.toContain(engine)
  await joinNextParticipant(desktop.page)
  await unlock(desktop.page)
})

test('an engine that keeps dying is not started for ever, but is on request', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.evaluate(({ dialog }) => {
    const asked = new Promise<string>(resolve => {
      dialog.showMessageBox = async (_window: unknown, options?: { message: string }) => {
        resolve(options?.message ?? '')
        return { response: 0, checkboxChecked: false }
      }
    })
    Object.assign(globalThis, { asked })
  })
  for (let death = 0; death < 4; death++) await killEngine(desktop)
  const message = await app.evaluate(() => Reflect.get(globalThis, 'asked'))
  expect(message).toContain('stops each time it is started')
  await exploreExample(page)
})

test('quitting closes every workbook and leaves no process and no log behind', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  const engine = await engineOf(desktop)
  expect(readdirSync(laptop.libraryFolder).some(file => file.endsWith('-wal'))).toBe(true)
  await desktop.quit()
  expect(readdirSync(laptop.libraryFolder).filter(file => /-(wal|shm)$/.test(file))).toEqual([])
  expect(() => process.kill(engine, 0)).toThrow('ESRCH')
})

test('each file is read in a process of its own, which then ends', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await answerDialogs(desktop, DRAFT_FRAMEWORK)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByRole('button', { name: 'Create the workbook' })).toBeVisible()
  await expect.poll(() => processesOf(desktop, 'reader')).toEqual([])
})
