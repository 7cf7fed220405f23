import { EXAMPLE_LABEL } from '../../shared/messages/example.ts'
import { parseCsv } from '../files/parse-csv.ts'
import { checkTable } from './check.ts'
import { DRAFT_FRAMEWORK_CSV } from './example/draft-framework.ts'
import type { NewFramework } from './load.ts'

const FILE_NAME = 'draft-framework.csv'

/**
 * The framework that ships with the app, ready to be loaded: for exploring and for trying things
 * out. Its title says that it is an illustration.
 */
export function exampleFramework(): NewFramework {
  const reading = parseCsv(DRAFT_FRAMEWORK_CSV)
  const [sheet] = reading.kind === 'sheets' ? reading.sheets : []
  const report = sheet && checkTable({ file: FILE_NAME, format: 'csv', sheet })
  if (!report) throw new Error('The example framework is damaged: install the program once more.')
  return {
    title: `Example framework. ${EXAMPLE_LABEL}`,
    origin: 'example',
    fileName: FILE_NAME,
    indicators: report.indicators.map(({ row: _, ...text }) => text),
  }
}
