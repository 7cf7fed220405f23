import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WorkbookError } from '../../engine/errors.ts'
import { parseSpreadsheet } from '../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { spreadsheetReading } from '../../engine/files/spreadsheet/spreadsheet.ts'
import { frameworkFromCheck } from '../../engine/frameworks/from-file.ts'
import { checkReading, FRAMEWORK_LIMITS } from '../../engine/frameworks/read/check-file.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { refusalMessage } from '../../shared/messages/check.ts'
import { checkOutcome } from '../../shared/model/check.ts'
import { damage, originals } from './damage.ts'
import { createLoadingTarget } from './loading-target.ts'

// A process that reads damaged files one after the other and tells of each how it ended. Whoever
// started it sees when it hangs or dies, as a reader might, and starts another one behind that file.
const [folder = '', seed = '0', from = '0', to = '0'] = process.argv.slice(2)

/** The workbook that each file is loaded into, and the number of files so far. */
const target = createLoadingTarget(join(folder, 'workbook.sqlite'))
let loaded = 0

/** Reads one file as the program would and checks what came of it; throws if that does not hold. */
async function readOne(
  name: string,
  bytes: Buffer,
): Promise<'refused' | 'problems named' | 'loadable'> {
  const path = join(folder, 'damaged')
  writeFileSync(path, bytes)
  const reading = spreadsheetReading.parse(await parseSpreadsheet(path, FRAMEWORK_LIMITS))
  const outcome = checkOutcome.parse(checkReading(reading, name))
  const attempt = target.attempt(outcome)
  if ('refused' in outcome) {
    const message = refusalMessage(name, outcome.refused)
    if (!message.includes(name)) throw new Error('The refusal names no file.')
    return 'refused'
  }
  if (attempt === 'loaded') loaded++
  const { candidates, clean, indicators, issues } = outcome
  if (indicators.length !== clean) throw new Error('The clean rows were miscounted.')
  try {
    const loadable = frameworkFromCheck(outcome).indicators.length
    if (loadable !== candidates) throw new Error(`${candidates - loadable} rows were lost.`)
    return 'loadable'
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    if (!issues.some(({ severity }) => severity === 'error')) throw new Error('No error was named.')
    return 'problems named'
  }
}

const files = await originals()
for (let index = Number(from); index < Number(to); index++) {
  const damaged = damage(seededRandom(Number(seed) * 1_000_003 + index), files)
  const ended = await readOne(damaged.name, damaged.bytes).catch(
    (error: unknown) => `fault: ${error instanceof Error ? error.message : error}`,
  )
  process.send?.({ index, ended, loaded, what: `${damaged.name}: ${damaged.how}` })
}
process.disconnect()
