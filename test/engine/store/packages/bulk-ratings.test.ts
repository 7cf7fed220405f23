import { v7 as uuidv7 } from 'uuid'
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

/** A workbook with a rating, how somebody rates in it, and how a package brings a copy of that rating. */
function rated() {
  const workbook = sampleWorkbook()
  const someone = sampleParticipant(workbook, sampleWorkshop(workbook))
  const [first] = currentFramework(workbook.store).indicators
  const rate = () => recordRating(workbook, rating(someone, first?.id ?? '', 4))
  const brought = rate().id
  const bring = () =>
    workbook.store
      .prepare<{ id: string; other: string }>(
        `INSERT INTO rating SELECT @other, participant, framework, indicator, criterion, 2, answer, level, comment,
           wording, entry, recorded_at, device, 1 FROM rating WHERE id = @id`,
      )
      .run({ id: brought, other: uuidv7() })
  return { workbook, rate, bring, before: indexesOf(workbook.store) }
}

it('has the same indexes after many ratings were added at once, over every rating, and seals the next one', () => {
  const { workbook, bring, rate, before } = rated()
  const { store } = workbook
  const cache = cacheOf(store)
  let during = before.length
  store.transaction(() =>
    addingRatings(
      store,
      5,
      () => {
        during = indexesOf(store).length
        bring()
      },
      1,
    ),
  )
  expect(during).toBeLessThan(before.length)
  expect(indexesOf(store)).toEqual(before)
  expect(cacheOf(store)).toEqual(cache)
  rate()
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
