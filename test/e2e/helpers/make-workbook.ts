import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFramework } from '../../../engine/frameworks/example/example-framework.ts'
import { systemClock } from '../../../engine/program.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'

/** The program that makes workbooks for these tests. */
export const program = { appVersion: '0.0.0-test', clock: systemClock }

/** A workbook with a workshop of this title, in a library. */
export function makeWorkbook(folder: string, title: string) {
  mkdirSync(folder, { recursive: true })
  const framework = exampleFramework()
  const content = { title, scale: 5, madeUp: false, framework } as const
  const workbook = createWorkbook(join(folder, `${title}.sqlite`), content, program)
  const workshop = { title, date: '2026-03-09', venue: '', groups: ['Ofsted'] }
  const { id } = addWorkshop(workbook, workshop)
  const comeIn = (to = workbook) => addParticipant(to, { workshop: id, group: 'Ofsted' })
  return { workbook, comeIn, file: workbook.store.file }
}
