/**
 * Kendall's coefficient of concordance W, corrected for ties (Siegel and Castellan, 1988): how far
 * people put the same things in the same order, from 0 to 1. Each row is one person's answers to the
 * same things in the same order. Null where it is not defined: fewer than two people or two things,
 * or when everybody gave every thing the same level.
 */
export function kendallW(rows: readonly (readonly number[])[]): number | null {
  const people = rows.length
  const things = rows[0]?.length ?? 0
  if (people < 2 || things < 2) return null
  const rankSums = new Array<number>(things).fill(0)
  let ties = 0
  for (const row of rows) {
    for (const [thing, rank] of midranks(row).entries()) {
      rankSums[thing] = (rankSums[thing] ?? 0) + rank
    }
    ties += tieCorrection(row)
  }
  const mean = (people * (things + 1)) / 2
  const deviation = rankSums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  const greatest = people ** 2 * (things ** 3 - things) - people * ties
  return greatest === 0 ? null : (12 * deviation) / greatest
}

/** The rank of each answer within one row, from 1; equal answers share the middle of their ranks. */
function midranks(row: readonly number[]): readonly number[] {
  const rankOf = new Map<number, number>()
  let before = 0
  for (const [answer, count] of frequencies(row)) {
    rankOf.set(answer, before + (count + 1) / 2)
    before += count
  }
  return row.map(answer => rankOf.get(answer) ?? 0)
}

/** The sum of t^3 - t over each run of t equal answers. */
function tieCorrection(row: readonly number[]): number {
  return frequencies(row).reduce((sum, [, count]) => sum + count ** 3 - count, 0)
}

/** How often each answer occurs, lowest answer first. */
function frequencies(row: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const answer of row) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
