/**
 * A child process that says much on a disk of which one call fails, again and again with a fresh workbook and another
 * call, and says of each what was acknowledged and is not there.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { WorkbookError } from '../../../engine/errors.ts'
import { systemClock } from '../../../engine/program.ts'
import { openWorkbook } from '../../../engine/workbooks/open.ts'
import { copyInto } from './power-cuts.ts'
import { FIELDS, lastKept, sayMuch, TEXTS } from './say-much.ts'

const STANDARD_OUTPUT = 1
const [, , folder = '', book = '', participant = '', count = '', step = ''] = process.argv
const program = { appVersion: '0.0.0-test', clock: systemClock }

/** Has the call after so many fail once; none, where it is below 0. */
function failAfter(calls: number): void {
  const file = openSync(join(folder, 'countdown'), 'w')
  writeSync(file, String(calls))
  closeSync(file)
}

/** Says much while the call after so many fails; gives what became of it. */
function tryOnce(calls: number) {
  const copy = copyInto(join(folder, String(calls)), book)
  const errors: string[] = []
  const note = (error: unknown): void => {
    errors.push(error instanceof WorkbookError ? error.code : String(error))
  }
  const said = new Map<number, number>()
  failAfter(calls)
  try {
    const workbook = openWorkbook(copy, program)
    const saved = (field: number, number: number) => said.set(field, number)
    sayMuch(workbook, participant, { count: Number(count), saved, refused: note })
    workbook.close()
  } catch (error) {
    note(error)
  }
  failAfter(-1)
  const again = openWorkbook(copy, program)
  const texts = again.store.prepare<object, { readonly text: string }>(TEXTS).all({})
  const kept = lastKept(texts.map(({ text }) => text))
  again.close()
  const lost = Array.from({ length: FIELDS }, (_, field) => field).filter(
    field => (said.get(field) ?? 0) > (kept.get(field) ?? 0),
  )
  return { calls, acknowledged: said.size, lost, errors: [...new Set(errors)] }
}

for (let calls = 0; ; calls += Number(step)) {
  const became = tryOnce(calls)
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(became)}\n`)
  if (became.errors.length === 0 && calls > Number(count) * 2) break
}
