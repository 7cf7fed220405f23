import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../../../engine/store/blank.ts'
import {
  createStore,
  openStore,
  readDurability,
} from '../../../../engine/store/connection/database.ts'
import { newestVersion, readMigrations } from '../../../../engine/store/migrate.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'

const bytesOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function emptyStore(): string {
  const file = join(ownFolder(), 'book.sqlite')
  createStore(file).database.close()
  return file
}

describe('a workbook file', () => {
  it('is in WAL with full synchronisation when made and at every later opening', () => {
    const file = join(ownFolder(), 'book.sqlite')
    const made = createStore(file)
    expect(readDurability(made.database)).toEqual({ journalMode: 'wal', synchronous: 2 })
    made.database.close()
    for (const _ of ['second', 'third']) {
      const { database } = openStore(file)
      expect(readDurability(database)).toEqual({ journalMode: 'wal', synchronous: 2 })
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(database.pragma('trusted_schema', { simple: true })).toBe(0)
      expect(database.pragma('secure_delete', { simple: true })).toBe(1)
      database.close()
    }
  })

  it('falls back to less than full when re-opened without our pragmas, so the check above can fail', () => {
    const database = new Database(emptyStore())
    expect(readDurability(database)).toEqual({ journalMode: 'wal', synchronous: 1 })
    database.close()
  })

  it('carries the application id in its own first page', () => {
    expect(readFileSync(emptyStore()).readUInt32BE(68)).toBe(APPLICATION_ID)
  })

  it('has only strict tables', () => {
    const { database } = openStore(emptyStore())
    const tables = database.pragma('table_list') as { name: string; strict: number; type: string }[]
    const loose = tables.filter(
      ({ name, strict, type }) => type === 'table' && !name.startsWith('sqlite_') && strict === 0,
    )
    expect(loose).toEqual([])
    database.close()
  })
})

describe('opening a file that is no workbook', () => {
  const strangers: Readonly<Record<string, (file: string) => void>> = {
    'an empty file': file => writeFileSync(file, ''),
    'a text file': file => writeFileSync(file, 'code,title\nA1,One\n'),
    'another program’s database': file => {
      const database = new Database(file)
      database.exec('CREATE TABLE person (name TEXT)')
      database.close()
    },
    'half a workbook': file => writeFileSync(file, readFileSync(emptyStore()).subarray(0, 60)),
  }
  for (const [what, write] of Object.entries(strangers)) {
    it(`refuses ${what} by name and leaves every byte of it`, () => {
      const file = join(ownFolder(), 'stranger.sqlite')
      write(file)
      const before = bytesOf(file)
      expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'NOT_A_WORKBOOK' }))
      expect(bytesOf(file)).toBe(before)
    })
  }

  it('refuses a folder', () => {
    expect(() => openStore(ownFolder())).toThrow(
      expect.objectContaining({ code: 'CANNOT_READ_FILE' }),
    )
  })

  it('refuses a file that is not there', () => {
    const file = join(ownFolder(), 'nowhere.sqlite')
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'NO_SUCH_FILE' }))
  })

  it('refuses a workbook of a newer program, says both versions and leaves every byte of it', () => {
    const file = emptyStore()
    const newer = new Database(file)
    newer.pragma('user_version = 990')
    newer.close()
    const before = bytesOf(file)
    expect(() => openStore(file)).toThrow(
      expect.objectContaining({
        code: 'NEWER_WORKBOOK',
        data: { file, version: 990, supported: newestVersion(readMigrations()) },
      }),
    )
    expect(bytesOf(file)).toBe(before)
    expect(readdirSync(dirname(file))).toEqual(['book.sqlite'])
  })

  it('refuses a newer workbook whose version is still in its log', () => {
    const file = emptyStore()
    const newer = new Database(file)
    newer.pragma('wal_autocheckpoint = 0')
    newer.pragma('user_version = 990')
    const before = bytesOf(file)
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'NEWER_WORKBOOK' }))
    expect(bytesOf(file)).toBe(before)
    newer.close()
  })

  it('refuses a workbook to which somebody added a view or a trigger', () => {
    const file = emptyStore()
    const meddler = new Database(file)
    meddler.exec(
      'CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n',
    )
    meddler.close()
    const before = bytesOf(file)
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'DAMAGED_WORKBOOK' }))
    expect(bytesOf(file)).toBe(before)
  })

  it('refuses a workbook whose pages were overwritten', () => {
    const file = emptyStore()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 100, 4096)
    writeFileSync(file, bytes)
    const before = bytesOf(file)
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'DAMAGED_WORKBOOK' }))
    expect(bytesOf(file)).toBe(before)
  })
})
