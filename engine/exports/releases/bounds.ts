/** That some unknown numbers add up to a known one. */
export interface Sum {
  /** The places of the unknown numbers. */
  readonly of: readonly number[]
  readonly is: number
}

const TINY = 1e-7

/**
 * The most that some unknown numbers can add up to, for each of several lists of them, given what sums of them are
 * known; none is negative. Null where no numbers fit. The sums of a release are of sets that hold each other or have nobody in common, for which the
 * bounds over real numbers are those over whole ones. Solved by the simplex method with Bland's rule, which ends.
 */
export function upperBounds(
  unknowns: number,
  sums: readonly Sum[],
  wanted: readonly (readonly number[])[],
): readonly number[] | null {
  const tableau = startTableau(unknowns, sums)
  const artificial = sums.map((_, row) => unknowns + row)
  const basis = [...artificial]
  // First, away with what is left of each sum.
  const rest = costs(unknowns + sums.length, artificial, -1)
  if (maximise(tableau, basis, rest, unknowns + sums.length) < -TINY) return null
  dropArtificial(tableau, basis, unknowns)
  const limited = new Set(sums.flatMap(({ of }) => of))
  return wanted.map(places =>
    places.every(place => limited.has(place))
      ? Math.floor(
          maximise(tableau, basis, costs(unknowns + sums.length, places, 1), unknowns) + TINY,
        )
      : Number.POSITIVE_INFINITY,
  )
}

type Tableau = number[][]

function startTableau(unknowns: number, sums: readonly Sum[]): Tableau {
  return sums.map(({ of, is }, row) => {
    const line = new Array<number>(unknowns + sums.length + 1).fill(0)
    for (const place of of) line[place] = 1
    line[unknowns + row] = 1
    line[line.length - 1] = is
    return line
  })
}

const costs = (length: number, places: readonly number[], cost: number): readonly number[] =>
  Array.from({ length }, (_, place) => (places.includes(place) ? cost : 0))

/** Maximises over the first `columns` columns from a basis that fits, and returns the maximum. */
function maximise(
  tableau: Tableau,
  basis: number[],
  cost: readonly number[],
  columns: number,
): number {
  for (;;) {
    const entering = findEntering(tableau, basis, cost, columns)
    if (entering === null) break
    const leaving = findLeaving(tableau, basis, entering)
    if (leaving === null) return Number.POSITIVE_INFINITY
    pivot(tableau, basis, leaving, entering)
  }
  return basis.reduce(
    (sum, place, row) => sum + (cost[place] ?? 0) * (tableau[row]?.at(-1) ?? 0),
    0,
  )
}

function findEntering(
  tableau: Tableau,
  basis: readonly number[],
  cost: readonly number[],
  columns: number,
): number | null {
  for (let column = 0; column < columns; column++) {
    const through = basis.reduce(
      (sum, place, row) => sum + (cost[place] ?? 0) * (tableau[row]?.[column] ?? 0),
      0,
    )
    if ((cost[column] ?? 0) - through > TINY) return column
  }
  return null
}

function findLeaving(tableau: Tableau, basis: readonly number[], entering: number): number | null {
  let best: { readonly row: number; readonly ratio: number } | null = null
  for (const [row, line] of tableau.entries()) {
    const by = line[entering] ?? 0
    if (by <= TINY) continue
    const ratio = (line.at(-1) ?? 0) / by
    const isFirst = best === null || ratio < best.ratio - TINY
    const isTie = best !== null && Math.abs(ratio - best.ratio) <= TINY
    if (isFirst || (isTie && (basis[row] ?? 0) < (basis[best?.row ?? 0] ?? 0)))
      best = { row, ratio }
  }
  return best?.row ?? null
}

function pivot(tableau: Tableau, basis: number[], leaving: number, entering: number): void {
  const line = tableau[leaving] ?? []
  const by = line[entering] ?? 1
  for (const [column, value] of line.entries()) line[column] = value / by
  for (const [row, other] of tableau.entries()) {
    const times = other[entering] ?? 0
    if (row === leaving || times === 0) continue
    for (const [column, value] of other.entries()) {
      other[column] = value - times * (line[column] ?? 0)
    }
  }
  basis[leaving] = entering
}

/** Takes what is left of sums, all of it zero now, out of the basis; a sum that says nothing new goes. */
function dropArtificial(tableau: Tableau, basis: number[], unknowns: number): void {
  for (let row = basis.length - 1; row >= 0; row--) {
    if ((basis[row] ?? 0) < unknowns) continue
    const line = tableau[row] ?? []
    const column = line.findIndex((value, place) => place < unknowns && Math.abs(value) > TINY)
    if (column >= 0) pivot(tableau, basis, row, column)
    else {
      tableau.splice(row, 1)
      basis.splice(row, 1)
    }
  }
}
