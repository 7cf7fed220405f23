import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import {
  createStore,
  openStore,
  readDurability,
} from '../../../../engine/store/connection/database.ts'
import { appendDevice } from '../../../../engine/store/records/workbook.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import type { OpenStore } from '../../../../engine/store/store.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { ownFolder, program, sampleWorkbook } from '../../../helpers/sample-workbook.ts'

/** A new file, closed when the test ends. */
function opened(): OpenStore {
  const open = createStore(join(ownFolder(), 'book.sqlite'))
  onTestFinished(() => {
    open.database.close()
  })
  return open
}

const WITH_LOG = { journalMode: 'wal', synchronous: 2 }

function addDevice({ store }: OpenStore, id = 'laptop'): void {
  const since = '2026-03-09T09:00:00.000Z'
  appendDevice(store, { id, since, reason: 'created', appVersion: '0', place: '1' })
}

const countDevices = (file: string): number => {
  const other = new Database(file, { readonly: true })
  const row = other
    .prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM device')
    .get()
  other.close()
  return row?.count ?? 0
}

it('writes a large transaction to the file itself, flushing the folder too, and then has a log again', () => {
  const open = opened()
  const { store, database } = open
  open.store.largeTransaction(() => {
    addDevice(open)
    // Synchronous 3 is EXTRA: without it a power cut can bring back the journal of what was committed.
    expect(readDurability(database)).toEqual({ journalMode: 'delete', synchronous: 3 })
    expect(existsSync(`${store.file}-wal`)).toBe(false)
  })
  expect(readDurability(database)).toEqual(WITH_LOG)
  expect(existsSync(`${store.file}-journal`)).toBe(false)
  expect(countDevices(store.file)).toBe(1)
})

it('takes back all of a large transaction that fails, and has a log again', () => {
  const open = opened()
  const failing = () =>
    open.store.largeTransaction(() => {
      addDevice(open)
      throw new Error('on purpose')
    })
  expect(failing).toThrow('on purpose')
  expect(readDurability(open.database)).toEqual(WITH_LOG)
  expect(countDevices(open.store.file)).toBe(0)
})

it('keeps its log where another program has the file open, which can go on reading', () => {
  const open = opened()
  const other = new Database(open.store.file, { readonly: true })
  onTestFinished(() => {
    other.close()
  })
  other.prepare('SELECT 1 FROM device').all()
  open.store.largeTransaction(() => {
    addDevice(open)
    expect(readDurability(open.database)).toEqual(WITH_LOG)
    expect(other.prepare('SELECT 1 FROM device').all()).toEqual([])
  })
  expect(other.prepare('SELECT 1 FROM device').all()).toHaveLength(1)
})

it('is opened as it was before a large transaction that a kill cut short', () => {
  const { store, close } = sampleWorkbook()
  const { file } = store
  close()
  const script = projectPath('test/durability/large-until-killed.ts')
  const { signal, status } = spawnSync(process.execPath, [script, file])
  // Windows knows no signals: there a process that is killed ends with 1.
  expect(process.platform === 'win32' ? status : signal).toBe(
    process.platform === 'win32' ? 1 : 'SIGKILL',
  )
  // What was written is in the file already, and a connection that only reads may not take it back.
  expect(statSync(`${file}-journal`).size).toBeGreaterThan(0)
  expect(() => countDevices(file)).toThrow(
    expect.objectContaining({ code: 'SQLITE_READONLY_ROLLBACK' }),
  )
  expect(verifyWorkbook(file, program)).toMatchObject({ ok: true })
  const { store: after, database } = openStore(file)
  expect(getTotals(after)).toMatchObject({ participants: 0 })
  expect(readDurability(database)).toEqual(WITH_LOG)
  expect(existsSync(`${file}-journal`)).toBe(false)
  database.close()
})

it('closes without a trace of its log, also where that was made by reading after the transaction', () => {
  const { store } = createStore(join(ownFolder(), 'book.sqlite'))
  store.close()
  const again = openStore(store.file)
  again.store.largeTransaction(() => addDevice(again))
  getTotals(again.store)
  expect(existsSync(`${store.file}-wal`)).toBe(true)
  again.store.close()
  expect(existsSync(`${store.file}-wal`)).toBe(false)
})
