/**
 * A child process that merges one package after the other into a workbook, each with one new person, and
 * writes a package of it after each merge. It says what was acknowledged and never stops by itself for as
 * long as there are packages: the test kills it.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { acceptMerge } from '../../engine/packages/merge/merge.ts'
import { stagePackages } from '../../engine/packages/merge/staging.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { systemClock } from '../../engine/program.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { readerWithin } from '../helpers/reader-within.ts'

const STANDARD_OUTPUT = 1
const [, , folder = '', first = '0', last = '0'] = process.argv
const say = (message: object): void => {
  // Written at once, not buffered: what the test reads was acknowledged before the kill.
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(message)}\n`)
}

/** Every second merge is stored as a large one is. */
const asLarge = (workbook: Workbook): Workbook => ({
  ...workbook,
  store: { ...workbook.store, transaction: workbook.store.largeTransaction },
})

const program = { appVersion: '0.0.0-test', clock: systemClock }
const workbook = openWorkbook(join(folder, 'book.sqlite'), program)
say({ ready: true })
for (let number = Number(first); number < Number(last); number++) {
  const name = `${number}.workbook`
  const read = await stagePackages(readerWithin, workbook.store, [
    { path: join(folder, name), name },
  ])
  const { id } = acceptMerge(number % 2 === 0 ? workbook : asLarge(workbook), read)
  say({ merged: number, receipt: id })
  const out = { path: join(folder, 'out', 'all.workbook'), name: 'all.workbook' }
  await writePackage(readerWithin, workbook, {}, out)
  say({ written: number })
}
