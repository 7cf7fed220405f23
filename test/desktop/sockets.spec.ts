import { readFileSync } from 'node:fs'
import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'
import { processesUnder, socketsOf } from './processes.ts'
import { exploreExample } from './steps.ts'

/** Tests whether a port is one that the test itself has the program open, to look into its pages and main. */
async function isDebugger(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`)
    return answer.headers.get('content-type')?.includes('json') === true
  } catch {
    return false
  }
}

test('the program with a workbook open listens nowhere, and reaches out to nobody', async ({
  laptop,
}) => {
  test.skip(process.platform !== 'linux', 'finds sockets as only Linux shows them')
  const { app, page } = await laptop.open()
  await exploreExample(page)
  const sockets = socketsOf(processesUnder(app.process().pid ?? Number.NaN))
  const listening = sockets.filter(({ isListening }) => isListening)
  // The test looks into the program by two of them, so that they are found is known.
  const ports = await Promise.all(
    listening.map(async ({ port }) => ({ port, isOurs: !(await isDebugger(port)) })),
  )
  expect(ports.length).toBeGreaterThan(0)
  expect(ports.filter(({ isOurs }) => isOurs)).toEqual([])
  expect(sockets.filter(({ isOutside }) => isOutside)).toEqual([])
})

test('the version of Electron is one, and the one that was looked up', () => {
  const read = (file: string) => JSON.parse(readFileSync(projectPath(file), 'utf8'))
  const asked = read('package.json').devDependencies.electron
  expect(asked).toMatch(/^\d+\.\d+\.\d+$/)
  expect(read('package-lock.json').packages['node_modules/electron'].version).toBe(asked)
  expect(read('node_modules/electron/package.json').version).toBe(asked)
})
