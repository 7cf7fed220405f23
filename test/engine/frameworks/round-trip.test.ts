import { expect, it } from 'vitest'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { forkReader } from '../../../engine/files/fork-reader.ts'
import { exampleFramework } from '../../../engine/frameworks/example.ts'
import { frameworkFromFile } from '../../../engine/frameworks/from-file.ts'
import { hashFramework } from '../../../engine/frameworks/hash.ts'
import type { NewFramework } from '../../../engine/frameworks/load.ts'
import { createWorkbook } from '../../../engine/workbooks/create.ts'
import { indicatorText, ownFolder, program } from '../../helpers/sample-workbook.ts'

/** The framework of an exported workbook, loaded again; and the one that went in. */
async function exportedAndLoaded(framework: NewFramework) {
  const folder = ownFolder()
  const details = { title: 'Round trip', scale: 5, madeUp: false } as const
  const workbook = createWorkbook(`${folder}/book.sqlite`, { ...details, framework }, program)
  const to = { path: `${folder}/export.xlsx`, name: 'export.xlsx' }
  await writeExport(workbook, { format: 'xlsx', scope: { round: 1 } }, to)
  workbook.close()
  return frameworkFromFile(forkReader(), to)
}

it('loads an exported framework back to the same version', async () => {
  const framework = exampleFramework()
  const loaded = await exportedAndLoaded(framework)
  expect(hashFramework(loaded.indicators)).toBe(hashFramework(framework.indicators))
})

it('loads back nested sections, blank fields and texts that look like code', async () => {
  const indicators = [
    indicatorText('007', {
      section: ['C. Outcomes', 'C1 Safety'],
      title: '+/- change in SDQ score',
    }),
    indicatorText('4.10', { section: ['C. Outcomes', 'C1 Safety'], dataType: null, status: null }),
    indicatorText('4.1', {
      section: ['Other'],
      title: '=1+1',
      definition: '<b>“x”</b>\nnext line',
    }),
    indicatorText('B', { section: ['Other'], notes: 'Owner: Sam\nComments: = 1, "two"\n  three' }),
    indicatorText('A', { section: ['Other'], title: '- of which: unaccompanied', population: '' }),
  ]
  const framework = { title: 'T', origin: 'file', fileName: 't.csv', indicators } as const
  expect((await exportedAndLoaded(framework)).indicators).toEqual(indicators)
})
