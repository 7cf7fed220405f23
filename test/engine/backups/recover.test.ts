import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backUpIfChanged } from '../../../engine/backups/back-up.ts'
import { recoverWorkbook } from '../../../engine/backups/recover.ts'
import { tooMany } from '../../../engine/backups/thin-out.ts'
import { backupPath, listBackups } from '../../../engine/disk/backup-places.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import { openLibrary } from '../../../engine/workbooks/library.ts'
import { openWorkbook } from '../../../engine/workbooks/open.ts'
import { workbookInfo } from '../../../engine/workbooks/workbook.ts'
import { program, rating, sampleRoom } from '../../helpers/sample-workbook.ts'

/** Changes a record behind the program's back, as a flipped bit does. */
function damage(file: string): void {
  const database = new Database(file)
  database.exec(`DROP TRIGGER rating_stays;
    UPDATE rating SET level = level % 5 + 1 WHERE rowid = (SELECT max(rowid) FROM rating)`)
  const trigger = `CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END`
  database.exec(trigger)
  database.close()
}

describe('a backup', () => {
  it('is whole, for its owner alone, and made only after a change', () => {
    const { workbook, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 4))
    const made = backUpIfChanged(workbook) ?? ''
    expect(verifyWorkbook(made, program)).toMatchObject({ ok: true })
    expect(backUpIfChanged(workbook)).toBeUndefined()
    if (process.platform === 'win32') return
    expect(statSync(made).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(made)).mode & 0o777).toBe(0o700)
  })

  it('has the answers of a turn that is open, and none of its words, which may yet be taken back', () => {
    const { workbook, person, at } = sampleRoom()
    const begun = beginTurn(workbook, { participant: person, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    const about = { indicator: at(0), criterion: 'usefulness', wording: 'title' } as const
    const named = { turn: begun.turn, participant: person }
    keepDraft(workbook, {
      ...named,
      draft: { ...about, part: 'answer', answer: { kind: 'level', level: 4 } },
    })
    keepDraft(workbook, { ...named, draft: { ...about, part: 'comment', text: 'SECRET-WORDS' } })
    const made = backUpIfChanged(workbook) ?? ''
    expect(readFileSync(made, 'latin1')).not.toContain('SECRET-WORDS')
    const database = new Database(made, { readonly: true })
    expect(database.prepare('SELECT part FROM draft').pluck().all()).toEqual(['answer'])
    database.close()
  })

  it('is rid of whoever withdraws, and can be recovered from all the same', () => {
    const { workbook, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 4, { comment: 'SECRET-WORDS' }))
    const made = backUpIfChanged(workbook) ?? ''
    withdraw(workbook, person)
    expect(readFileSync(made, 'latin1')).not.toContain('SECRET-WORDS')
    expect(readFileSync(made, 'latin1')).not.toContain(person)
    expect(verifyWorkbook(made, program)).toMatchObject({ ok: true })
  })

  it('is thinned out to one for each hour, each day and each week', () => {
    const now = '2026-03-31T12:00:00.000Z'
    const minutes = Array.from({ length: 6 * 24 * 40 }, (_, index) => index * 10)
    const made = minutes.map(ago => ({
      path: `${ago}`,
      at: new Date(Date.parse(now) - ago * 60_000).toISOString(),
    }))
    const gone = new Set(tooMany(made, now).map(({ path }) => path))
    const kept = made.filter(({ path }) => !gone.has(path))
    const within = (from: number, to: number) =>
      kept.filter(({ path }) => Number(path) >= from * 60 && Number(path) < to * 60).length
    expect(within(0, 1)).toBe(6)
    expect(within(1, 24)).toBeGreaterThanOrEqual(23)
    expect(within(1, 24)).toBeLessThanOrEqual(24)
    expect(within(24, 168)).toBeLessThanOrEqual(7)
    expect(within(168, 960)).toBeLessThanOrEqual(6)
    expect(tooMany(kept, now)).toEqual([])
  })

  it('is made by the library when a workbook that was changed is closed', () => {
    const { workbook, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 4))
    workbook.close()
    const library = openLibrary(dirname(workbook.store.file), program)
    library.list()
    expect(listBackups(workbook.store.file)).toHaveLength(1)
    library.close()
  })
})

describe('a damaged workbook', () => {
  /** A workbook with a backup, two ratings after it of which the later is damaged. */
  function damagedWorkbook() {
    const { workbook, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 4))
    backUpIfChanged(workbook)
    recordRating(workbook, rating(person, at(1), 3))
    const withoutTheLast = consolidate(workbook, { round: 1 })
    recordRating(workbook, rating(person, at(2), 5))
    workbook.close()
    const { file } = workbook.store
    damage(file)
    return { file, device: workbook.device, withoutTheLast }
  }

  it('is recovered from its backup with what can still be read, and says what is missing', async () => {
    const { file, device, withoutTheLast } = damagedWorkbook()
    const broken = readFileSync(file)
    expect(() => openWorkbook(file, program)).toThrow(/1 of its entries/)
    const recovery = await recoverWorkbook(forkReader(), file, program)
    expect(recovery).toMatchObject({ file: 'sample.sqlite', rescued: 1, isUncertain: false })
    expect(recovery.lost).toHaveLength(1)
    expect(recovery.lost[0]).toMatch(/^rating /)
    const recovered = openWorkbook(file, program)
    expect(workbookInfo(recovered)).toMatchObject({ ratings: 2 })
    // Every number is that of the records which are left.
    expect(consolidate(recovered, { round: 1 })).toEqual(withoutTheLast)
    expect(recovered.device).not.toBe(device)
    recovered.close()
    expect(verifyWorkbook(file, program)).toMatchObject({ ok: true })
    const aside = join(dirname(file), recovery.setAside)
    expect(readFileSync(aside).equals(broken)).toBe(true)
    expect(readFileSync(`${aside}.txt`, 'utf8')).toContain('One entry is missing')
  })

  it('is recovered from the backup alone where nothing of it can be read', async () => {
    const { file } = damagedWorkbook()
    writeFileSync(file, Buffer.alloc(30_000))
    const recovery = await recoverWorkbook(forkReader(), file, program)
    expect(recovery).toMatchObject({ rescued: 0, isUncertain: true })
    const recovered = openWorkbook(file, program)
    expect(workbookInfo(recovered)).toMatchObject({ ratings: 1 })
    recovered.close()
  })

  it('passes over a backup that is damaged itself, and changes nothing where none is whole', async () => {
    const { file } = damagedWorkbook()
    const [good] = listBackups(file)
    const later = backupPath(file, '2099-01-01T00:00:00.000Z')
    writeFileSync(later, readFileSync(good?.path ?? '').subarray(0, 20_000))
    const before = readFileSync(file)
    copyFileSync(file, `${file}.kept`)
    const goodBytes = readFileSync(good?.path ?? '')
    rmSync(good?.path ?? '')
    await expect(recoverWorkbook(forkReader(), file, program)).rejects.toMatchObject({
      code: 'NO_BACKUP',
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    writeFileSync(good?.path ?? '', goodBytes)
    const recovery = await recoverWorkbook(forkReader(), file, program)
    expect(recovery.backupOf).toBe(good?.at)
  })

  it('is offered for recovery by the library, with the moment of its backup', () => {
    const { file } = damagedWorkbook()
    const library = openLibrary(dirname(file), program)
    const { unreadable } = library.list()
    expect(unreadable).toMatchObject([{ file: 'sample.sqlite', backup: listBackups(file)[0]?.at }])
    library.close()
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(dirname(file))).toContain('backups')
  })
})
