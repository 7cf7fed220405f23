import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { openWorkbook, openWorkbookForReading } from '../../../../engine/workbooks/open.ts'
import { workbookInfo } from '../../../../engine/workbooks/workbook.ts'
import { ownFolder, program, rating, sampleRoom } from '../../../helpers/sample-workbook.ts'

/** Every byte of a folder, with the time of each file. */
const contents = (folder: string) =>
  readdirSync(folder).map(file => [
    file,
    createHash('sha256')
      .update(readFileSync(`${folder}/${file}`))
      .digest('hex'),
    statSync(`${folder}/${file}`).mtimeMs,
  ])

describe('reading a workbook', () => {
  it('sees what is in its log alone, and changes no byte and no folder', () => {
    const { workbook, person, at } = sampleRoom()
    workbook.store.checkpoint('truncate')
    for (const index of [0, 1, 2]) recordRating(workbook, rating(person, at(index), 4))
    const evidence = `${ownFolder()}/evidence.sqlite`
    for (const ending of ['', '-wal']) copyFileSync(workbook.store.file + ending, evidence + ending)
    const before = contents(dirname(evidence))
    const read = openWorkbookForReading(evidence, program)
    expect(workbookInfo(read).ratings).toBe(3)
    expect(read.device).toBe(workbook.device)
    read.close()
    expect(verifyWorkbook(evidence, program)).toMatchObject({ ok: true })
    expect(contents(dirname(evidence))).toEqual(before)
  })

  it.skipIf(process.platform === 'win32')('sees its log under the name of a link as well', () => {
    const { workbook, person, at } = sampleRoom()
    workbook.store.checkpoint('truncate')
    recordRating(workbook, rating(person, at(0), 4))
    const link = `${ownFolder()}/link.sqlite`
    symlinkSync(workbook.store.file, link)
    const read = openWorkbookForReading(link, program)
    expect(workbookInfo(read).ratings).toBe(1)
    read.close()
    const written = openWorkbook(link, program)
    recordRating(written, rating(person, at(1), 4))
    expect(workbookInfo(workbook).ratings).toBe(2)
    written.close()
    expect(readdirSync(dirname(link))).toEqual(['link.sqlite'])
  })

  it('leaves out a transaction that the log has only the beginning of', () => {
    const { workbook, person, at } = sampleRoom()
    workbook.store.checkpoint('truncate')
    recordRating(workbook, rating(person, at(0), 4))
    const whole = readFileSync(`${workbook.store.file}-wal`)
    recordRating(workbook, rating(person, at(1), 4))
    const both = readFileSync(`${workbook.store.file}-wal`)
    expect(both.length).toBeGreaterThan(whole.length)
    const copy = `${ownFolder()}/copy.sqlite`
    copyFileSync(workbook.store.file, copy)
    copyFileSync(`${workbook.store.file}-wal`, `${copy}-wal`)
    const torn = Buffer.from(both)
    torn[whole.length + 100] = (torn[whole.length + 100] ?? 0) ^ 1
    writeFileSync(`${copy}-wal`, torn)
    const read = openWorkbookForReading(copy, program)
    expect(workbookInfo(read).ratings).toBe(1)
    read.close()
  })

  it.runIf(process.platform !== 'win32')('needs to write nowhere', () => {
    const { workbook, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 4))
    workbook.close()
    const { file } = workbook.store
    chmodSync(file, 0o400)
    chmodSync(dirname(file), 0o500)
    try {
      expect(verifyWorkbook(file, program)).toMatchObject({ ok: true })
    } finally {
      chmodSync(dirname(file), 0o700)
    }
  })
})
