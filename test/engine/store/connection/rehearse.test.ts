import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { WorkbookError } from '../../../../engine/errors.ts'
import { createStore } from '../../../../engine/store/connection/database.ts'
import { isConstraintFailure } from '../../../../engine/store/connection/failures.ts'
import { appendWithdrawal, getAllWithdrawn } from '../../../../engine/store/records/withdrawals.ts'
import type { OpenStore } from '../../../../engine/store/store.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'

const withdrawal = { id: 'w1', participant: 'p1', recordedAt: '', device: 'd1' }

function openStore(): OpenStore {
  const open = createStore(join(ownFolder(), 'book.sqlite'))
  onTestFinished(() => void open.database.close())
  // The rows here stand for themselves.
  open.database.pragma('foreign_keys = OFF')
  return open
}

it('returns what a rehearsal found and keeps nothing of it', () => {
  const { store, database } = openStore()
  const found = store.rehearse(() => {
    appendWithdrawal(store, withdrawal)
    return getAllWithdrawn(store)
  })
  expect(found).toEqual(['p1'])
  expect(getAllWithdrawn(store)).toEqual([])
  expect(database.inTransaction).toBe(false)
})

it('keeps nothing of transactions inside a rehearsal either', () => {
  const { store } = openStore()
  store.rehearse(() => store.transaction(() => appendWithdrawal(store, withdrawal)))
  expect(getAllWithdrawn(store)).toEqual([])
})

it('throws what the work throws, keeps nothing, and can write afterwards', () => {
  const { store } = openStore()
  const failing = (): void =>
    store.rehearse(() => {
      appendWithdrawal(store, withdrawal)
      throw new RangeError('no')
    })
  expect(failing).toThrow(RangeError)
  expect(getAllWithdrawn(store)).toEqual([])
  store.transaction(() => appendWithdrawal(store, withdrawal))
  expect(getAllWithdrawn(store)).toEqual(['p1'])
})

it('holds other writers off, as a transaction does', () => {
  const { store } = openStore()
  const other = new Database(store.file, { timeout: 0 })
  store.rehearse(() => expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked'))
  other.exec('BEGIN IMMEDIATE')
  other.close()
})

it('tells a broken rule of a table from other errors', () => {
  const { store, database } = openStore()
  database.pragma('foreign_keys = ON')
  const caught = (work: () => void): unknown => {
    try {
      work()
    } catch (error) {
      return error
    }
    return undefined
  }
  // Its device is not there.
  const dangling = caught(() => appendWithdrawal(store, withdrawal))
  expect(isConstraintFailure(dangling)).toBe(true)
  expect(isConstraintFailure(caught(() => database.exec('SELECT nothing')))).toBe(false)
  expect(isConstraintFailure(new WorkbookError('DISK_FULL', { file: 'a' }))).toBe(false)
})
