import { expect, it } from 'vitest'
import { counts } from '../../../helpers/counts.ts'
import { proveHistories } from './prove-histories.ts'

// The histories are parted between two files so that both processors of a machine work on them.
const HISTORIES = counts.histories / 2
const SEED = Number(process.env.WORKBOOK_SEED ?? Date.now() % 1_000_000_000) + HISTORIES

it(`ends ${HISTORIES} histories in the same bytes whatever the order, from seed ${SEED}`, async () => {
  await proveHistories(HISTORIES, SEED)
  expect.hasAssertions()
}, 1_800_000)
