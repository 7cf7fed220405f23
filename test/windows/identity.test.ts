import { statSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { appendDevice } from '../../engine/store/records/workbook.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { program, sampleWorkbook } from '../helpers/sample-workbook.ts'
import { isElsewhere } from './hold.ts'

/** A workbook whose latest device was written at this place, closed. */
function writtenAt(placeOf: (ino: string) => string) {
  const workbook = sampleWorkbook()
  const { store } = workbook
  const place = placeOf(statSync(store.file, { bigint: true }).ino.toString())
  const id = uuidv7()
  const since = program.clock()
  store.transaction(() =>
    appendDevice(store, { id, since, reason: 'copied', appVersion: '0', place }),
  )
  workbook.close()
  return { file: store.file, id }
}

function deviceOf(file: string): string {
  const workbook = openWorkbook(file, program)
  workbook.close()
  return workbook.device
}

describe('the device of a workbook', () => {
  it('stays with a file whose place was written before the disk was part of it', () => {
    const { file, id } = writtenAt(ino => ino)
    expect(deviceOf(file)).toBe(id)
  })

  it.skipIf(isElsewhere)('is another for a copy that has the same number on another disk', () => {
    const { file, id } = writtenAt(ino => `1234/${ino}`)
    const device = deviceOf(file)
    expect(device).not.toBe(id)
    expect(deviceOf(file)).toBe(device)
  })
})
