import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backUpIfChanged } from '../../../engine/backups/back-up.ts'
import { exampleFramework } from '../../../engine/frameworks/example/example-framework.ts'
import { systemClock } from '../../../engine/program.ts'
import { openLibrary } from '../../../engine/workbooks/library.ts'
import { programFacts } from '../../../engine/workbooks/program-facts.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const program = { appVersion: '4.5.6', clock: systemClock }

it('tells the version that runs, where it keeps things, and the backups that there are', () => {
  using folder = tempFolder()
  const library = openLibrary(folder.file('library'), program)
  const content = { scale: 5, madeUp: false, framework: exampleFramework() } as const
  const workbook = library.create({ ...content, title: 'Spring' })
  library.create({ ...content, title: 'Nobody yet' })
  const { id } = addWorkshop(workbook, { title: 'A', date: '2026-03-09', venue: '', groups: ['G'] })
  addParticipant(workbook, { workshop: id, group: 'G' })
  const before = new Date().toISOString().slice(0, 19)
  backUpIfChanged(workbook)
  const facts = programFacts(library, program, false)
  library.close()
  expect(facts).toMatchObject({
    version: '4.5.6',
    build: 'source',
    libraryFolder: folder.file('library'),
    backupFolder: join(folder.file('library'), 'backups'),
    backups: [{ title: 'Spring', count: 1 }],
  })
  expect(facts.runsOn[0]).toBe(`Node ${process.versions.node}`)
  expect((facts.backups[0]?.newest ?? '').slice(0, 19) >= before).toBe(true)
})
