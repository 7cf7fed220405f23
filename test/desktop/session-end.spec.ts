import { readdirSync } from 'node:fs'
import { type Desktop, expect, test } from './desktop.ts'
import { processesUnder } from './processes.ts'
import { exploreExample, joinNextParticipant, unlock } from './steps.ts'

test.skip(process.platform !== 'linux', 'finds processes as only Linux shows them')

/** Ends the session of whoever has the program open; resolves to main's own end. */
async function endSession({ app }: Desktop, signal: NodeJS.Signals): Promise<unknown> {
  const main = app.process()
  const ended = new Promise(resolve =>
    main.once('exit', (code, killedBy) => resolve({ code, killedBy })),
  )
  for (const pid of processesUnder(main.pid ?? Number.NaN)) process.kill(pid, signal)
  return ended
}

const logsIn = (folder: string) => readdirSync(folder).filter(file => /-(wal|shm)$/.test(file))

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  test(`a session that ends with ${signal} for every process ends quietly, with the workbook closed`, async ({
    laptop,
  }) => {
    const desktop = await laptop.open()
    await exploreExample(desktop.page)
    expect(logsIn(laptop.libraryFolder)).not.toEqual([])
    expect(await endSession(desktop, signal)).toEqual({ code: 0, killedBy: null })
    expect(logsIn(laptop.libraryFolder)).toEqual([])
  })
}

test('a session that ends while somebody rates asks for no PIN, and goes on where it was', async ({
  laptop,
}) => {
  const first = await laptop.open()
  await exploreExample(first.page)
  await joinNextParticipant(first.page)
  await first.page.getByRole('button', { name: 'Start' }).click()
  await expect(first.page.getByRole('button', { name: 'Next' })).toBeVisible()
  expect(await endSession(first, 'SIGTERM')).toEqual({ code: 0, killedBy: null })
  expect(logsIn(laptop.libraryFolder)).toEqual([])

  const { page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Your code is/)
  await unlock(page)
})
