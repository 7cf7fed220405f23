import { readdirSync, readFileSync } from 'node:fs'
import { type Desktop, expect, test } from './desktop.ts'
import { answerDialogs, exploreExample } from './steps.ts'

test.skip(process.platform !== 'linux', 'finds processes as only Linux shows them')

/** The text of a process file; empty when its process has just ended. */
function processFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** The ids of the Nodes that the program itself started for an engine. */
function enginesOf({ app }: Desktop): readonly number[] {
  const isChild = new RegExp(`^PPid:\\s*${app.process().pid}$`, 'm')
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => isChild.test(processFile(pid, 'status')))
    .filter(pid => processFile(pid, 'cmdline').includes('engine.cjs'))
}

test('an engine on a Node of its own exports, comes back when it is killed, and ends in order', async ({
  laptop,
}) => {
  const desktop = await laptop.open({ engineNode: process.execPath })
  const { page } = desktop
  await exploreExample(page)
  await expect.poll(() => enginesOf(desktop)).toHaveLength(1)
  const [killed = Number.NaN] = enginesOf(desktop)
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => enginesOf(desktop).filter(pid => pid !== killed)).toHaveLength(1)

  await answerDialogs(desktop, laptop.folder.file('table.csv'))
  await page.getByRole('link', { name: 'Export', exact: true }).click()
  await page.getByText('One long table (.csv)').click()
  await page.getByRole('button', { name: 'Save the file' }).click()
  await expect(page.getByText(/table\.csv/).first()).toBeVisible()

  const left = enginesOf(desktop)
  await desktop.quit()
  expect(readdirSync(laptop.libraryFolder).filter(file => /-(wal|shm)$/.test(file))).toEqual([])
  for (const engine of left) expect(() => process.kill(engine, 0)).toThrow('ESRCH')
})
