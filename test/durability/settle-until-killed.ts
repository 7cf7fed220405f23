/**
 * A child process that settles every conflict of a workbook as one batch, takes the batch back, and begins again. It says
 * what was acknowledged and never stops by itself: the test kills it.
 */
import { writeSync } from 'node:fs'
import { reopenBatch, resolveMany } from '../../engine/conflicts/resolve.ts'
import { systemClock } from '../../engine/program.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'

const STANDARD_OUTPUT = 1
const [, , file = ''] = process.argv
// Written at once, not buffered: what the test reads was acknowledged before the kill.
const say = (open: number): void => {
  writeSync(STANDARD_OUTPUT, `${open}\n`)
}

const workbook = openWorkbook(file, { appVersion: '0.0.0-test', clock: systemClock })
say(-1)
for (;;) {
  const way = { by: 'rule', rule: 'later' } as const
  const { batch, open } = resolveMany(workbook, { way, decidedBy: 'RK' })
  say(open)
  say(reopenBatch(workbook, batch ?? '').reopened)
}
