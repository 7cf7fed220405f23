import { expect } from 'vitest'
import { seededRandom } from '../../../engine/ratings/random.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { DEFAULT_RULE } from '../../../shared/model/built-in-rules.ts'
import { type History, makeHistory, shuffled } from './histories.ts'
import { type Laptop, mergeParts, openLaptop, partsOf } from './history-world.ts'

/** What a workbook says at the end: its records, and the results over them. */
function endOf(
  laptop: Laptop,
  withResults: boolean,
): { readonly records: string; readonly results: string } {
  const parts = partsOf(laptop)
  const scope = { round: 1, rule: DEFAULT_RULE, quantile: 'R-7' as const }
  return {
    records: `${parts.get('framework.jsonl')}${parts.get('records.jsonl')}`,
    results: withResults ? JSON.stringify(consolidate(laptop.workbook, scope)) : '',
  }
}

/** How many questions were answered and have no current answer: whatever was settled, there is none. */
function countLostQuestions({ workbook }: Laptop): number {
  return workbook.store
    .prepare<Record<string, never>, { readonly participant: string }>(
      `SELECT participant, indicator, criterion, round FROM rating AS r
       WHERE NOT EXISTS (SELECT 1 FROM participant_link)
       GROUP BY 1, 2, 3, 4
       HAVING sum(r.id IN (SELECT id FROM current_rating)) = 0`,
    )
    .all({}).length
}

/** Whether a history's packages come to the other workbook by way of a third. */
const isByWayOfThird = (seed: number): boolean => seed % 3 === 0

/** Everything to one workbook at once; to another in groups, some twice, or by way of a third. */
async function mergeBothWays(
  { ends, packages }: History,
  [once, other, between]: readonly [Laptop, Laptop, Laptop],
  seed: number,
) {
  const random = seededRandom(seed)
  const some = shuffled(random, packages).slice(0, 1)
  const receipts = [await mergeParts(once, shuffled(random, [...ends, ...some]))]
  const order = shuffled(random, ends)
  const half = Math.floor(random() * order.length)
  const first = order.slice(0, half)
  receipts.push(await mergeParts(other, [...order.slice(half), ...some]))
  if (isByWayOfThird(seed)) {
    receipts.push(await mergeParts(between, first))
    receipts.push(await mergeParts(other, [partsOf(between), ...order.slice(0, 1)]))
  } else receipts.push(await mergeParts(other, first))
  return receipts
}

/**
 * Makes many histories, and proves of each that two workbooks which learn of it in different ways end with
 * the same records and results, and that nothing acknowledged was lost nor anything withdrawn kept.
 */
export async function proveHistories(count: number, firstSeed: number): Promise<void> {
  const laptops = Array.from({ length: 3 }, () => openLaptop('framework'))
  const empty = () => openLaptop('nothing')
  const researchers = [empty(), empty(), empty()] as const
  let [rated, gone, conflicts] = [0, 0, 0]
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const used = laptops.slice(0, 2 + (seed % 2))
    const all = [...used, ...researchers.slice(0, isByWayOfThird(seed) ? 3 : 2)]
    for (const laptop of all) laptop.begin()
    const history = await makeHistory(used, seed)
    const receipts = [...history.receipts, ...(await mergeBothWays(history, researchers, seed))]
    // The results follow from the records, so a third of the histories is enough to show it.
    const withResults = seed % 3 === 1
    const [one, other] = [endOf(researchers[0], withResults), endOf(researchers[1], withResults)]
    if (one.records !== other.records || one.results !== other.results) {
      expect.soft(other.records, `history ${seed}`).toBe(one.records)
      expect(other.results, `history ${seed}`).toBe(one.results)
    }
    const lost = countLostQuestions(researchers[0])
    if (lost > 0) expect(lost, `history ${seed}: questions without an answer that counts`).toBe(0)
    for (const { totals } of receipts) {
      const sum =
        totals.new + totals.known + totals.conflicting + totals.withdrawn + totals.rejected
      if (sum !== totals.read || totals.rejected > 0) expect(totals, `history ${seed}`).toBeNull()
    }
    for (const [id, participant] of history.ratings) {
      const isThere = one.records.includes(`"rating","id":"${id}"`)
      if (isThere === history.withdrawn.has(participant)) expect(id, `history ${seed}`).toBeNull()
    }
    rated += history.ratings.size
    gone += history.withdrawn.size
    conflicts += receipts.at(-1)?.after.conflicts ?? 0
    for (const laptop of all) laptop.rollBack()
  }
  // The histories must have had what they are about.
  expect(rated).toBeGreaterThan(count)
  expect(gone).toBeGreaterThan(count / 50)
  expect(conflicts).toBeGreaterThan(count / 200)
}
