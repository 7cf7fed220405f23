import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkFrameworkFile } from '../../../../engine/frameworks/read/check-file.ts'
import { checkOutcome } from '../../../../shared/model/check.ts'
import { BROUGHT_FILES } from '../../../fixtures/frameworks/brought-files.ts'
import { COUNCIL_EXPORTS } from '../../../fixtures/frameworks/council-exports.ts'
import { COUNCIL_WORKBOOKS } from '../../../fixtures/frameworks/council-workbooks.ts'
import { LATER_EXPORTS } from '../../../fixtures/frameworks/later-exports.ts'
import { LATER_WORKBOOKS } from '../../../fixtures/frameworks/later-workbooks.ts'
import { type MessyFile, summaryOf } from '../../../fixtures/frameworks/messy-file.ts'
import { UNFORESEEN_EXPORTS } from '../../../fixtures/frameworks/unforeseen-exports.ts'
import { UNFORESEEN_FILES } from '../../../fixtures/frameworks/unforeseen-files.ts'
import { UNFORESEEN_WORKBOOKS } from '../../../fixtures/frameworks/unforeseen-workbooks.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const FILES: readonly MessyFile[] = [
  ...COUNCIL_WORKBOOKS,
  ...COUNCIL_EXPORTS,
  ...UNFORESEEN_WORKBOOKS,
  ...UNFORESEEN_FILES,
  ...UNFORESEEN_EXPORTS,
  ...LATER_WORKBOOKS,
  ...LATER_EXPORTS,
  ...BROUGHT_FILES,
]

it.each(FILES.map(file => [file.name, file.story, file] as const))(
  'understands %s as a careful person would: %s',
  async (name, _, { bytes, understood }) => {
    using folder = tempFolder()
    const path = folder.file('upload')
    writeFileSync(path, await bytes())
    const outcome = checkOutcome.parse(await checkFrameworkFile(readerWithin, { path, name }))
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    expect(summaryOf(outcome)).toEqual(understood)
  },
)
