/** A child process that is killed in the midst of a large transaction, when much of it is in the file. */
import { kill } from 'node:process'
import { systemClock } from '../../engine/program.ts'
import { openStore } from '../../engine/store/connection/database.ts'
import { asWorkbook } from '../../engine/workbooks/open.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'

const [, , file = ''] = process.argv
const open = openStore(file)
// So small that what is written does not wait in memory.
open.database.pragma('cache_size = 10')
const workbook = asWorkbook(open, { appVersion: '0.0.0-test', clock: systemClock })
open.store.largeTransaction(() => {
  const details = { title: 'Cut short', date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const { id: workshop } = addWorkshop(workbook, details)
  for (let count = 0; count < 1_000; count++) addParticipant(workbook, { workshop, group: 'ADCS' })
  kill(process.pid, 'SIGKILL')
})
