import { expect, it } from 'vitest'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { addingRatings } from '../../../../engine/store/packages/bulk-ratings.ts'
import type { ReadableStore } from '../../../../engine/store/store.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import {
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'

const indexesOf = (store: ReadableStore) =>
  store
    .prepare<Record<string, never>, { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'rating' ORDER BY name`,
    )
    .all({})

const cacheOf = (store: ReadableStore) =>
  store.prepare<Record<string, never>>('PRAGMA main.cache_size').get({})

/** A workbook, and how somebody rates in it. */
function rated() {
  const workbook = sampleWorkbook()
  const someone = sampleParticipant(workbook, sampleWorkshop(workbook))
  const [first] = currentFramework(workbook.store).indicators
  const rate = () => recordRating(workbook, rating(someone, first?.id ?? '', 4))
  return { workbook, rate, before: indexesOf(workbook.store) }
}

it('has the same indexes after many ratings were added at once, over every rating', () => {
  const { workbook, rate, before } = rated()
  const { store } = workbook
  const cache = cacheOf(store)
  let during = before.length
  store.transaction(() =>
    addingRatings(
      store,
      5,
      () => {
        during = indexesOf(store).length
        rate()
      },
      1,
    ),
  )
  expect(during).toBeLessThan(before.length)
  expect(indexesOf(store)).toEqual(before)
  expect(cacheOf(store)).toEqual(cache)
  expect(verifyWorkbook(store.file, program).checks.filter(({ ok }) => !ok)).toEqual([])
})

it('has them still when the adding is taken back, and touches none of them for a few ratings', () => {
  const { workbook, rate, before } = rated()
  const { store } = workbook
  const failing = () =>
    store.transaction(() =>
      addingRatings(
        store,
        5,
        () => {
          throw new Error('taken back')
        },
        1,
      ),
    )
  expect(failing).toThrow('taken back')
  expect(indexesOf(store)).toEqual(before)
  let during: readonly unknown[] = []
  store.transaction(() =>
    addingRatings(store, 5, () => {
      during = indexesOf(store)
      rate()
    }),
  )
  expect(during).toEqual(before)
})
