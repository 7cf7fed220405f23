/** A child process that says much on a disk that is watched, and tells of each thing once it was acknowledged. */
import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../../engine/program.ts'
import { openWorkbook } from '../../../engine/workbooks/open.ts'
import { sayMuch } from './say-much.ts'

const [, , folder = '', book = '', participant = '', count = '', synchronous = ''] = process.argv
const acknowledged = openSync(join(folder, 'acknowledged'), 'a')
const workbook = openWorkbook(book, { appVersion: '0.0.0-test', clock: systemClock })
// As the program has it, unless it is to be seen what is lost without.
if (synchronous !== '') workbook.store.prepare(`PRAGMA synchronous = ${synchronous}`).run({})
sayMuch(workbook, participant, {
  count: Number(count),
  saved: (field, number) => void writeSync(acknowledged, `${field} ${number}\n`),
  refused: error => {
    throw error
  },
})
// As a power cut ends it: what a process does as it ends is no part of the test.
process.kill(process.pid, 'SIGKILL')
