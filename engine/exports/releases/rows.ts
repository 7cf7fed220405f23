/** One column of rows of single people: a question of a round, and who was asked it and answered in that round. */
export interface RowColumn {
  readonly key: string
  readonly round: number
  readonly people: ReadonlySet<number>
}

/** The columns that rows can have without singling anybody out. */
export interface AllowedColumns {
  readonly columns: ReadonlySet<string>
  /** The people of the smallest class of those who have the same columns; 0 where there is no column. */
  readonly smallest: number
}

/**
 * Chooses the columns of rows. Whoever was asked something else than the others, in another workshop or another
 * version, can be told by the columns that are empty; so a column is left out where it would leave fewer than
 * `under` people who have the same columns. Those that most people have come first.
 */
export function allowColumns(all: readonly RowColumn[], under: number): AllowedColumns {
  let classes = new Map<number, string>()
  let smallest = 0
  const columns = new Set<string>()
  for (const { people, keys } of bySet(all)) {
    const next = new Map(classes)
    const mark = keys[0] ?? ''
    for (const person of people) next.set(person, `${classes.get(person) ?? ''} ${mark}`)
    const least = Math.min(...countEach(next.values()))
    if (least < under) continue
    for (const key of keys) columns.add(key)
    classes = next
    smallest = least
  }
  return { columns, smallest }
}

/** Columns of the same people together, those of most people first. */
function bySet(all: readonly RowColumn[]) {
  const sets = new Map<string, { readonly people: ReadonlySet<number>; readonly keys: string[] }>()
  for (const { key, people } of all) {
    const mark = [...people].toSorted((one, other) => one - other).join()
    const known = sets.get(mark)
    if (known) known.keys.push(key)
    else if (people.size > 0) sets.set(mark, { people, keys: [key] })
  }
  return [...sets.values()].toSorted((one, other) => other.people.size - one.people.size)
}

function countEach(marks: Iterable<string>): readonly number[] {
  const counts = new Map<string, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts.values()]
}

/** Digests of the rows of one round, and the columns that they have. */
export interface RowDigests {
  readonly round: number
  readonly columns: string
  readonly rows: readonly string[]
}

/** The number of rows that one release has and the other does not, each way, where they are some and too few. */
export function fewChangedRows(one: RowDigests, other: RowDigests, under: number): boolean {
  const ways = [rowsWithout(one.rows, other.rows), rowsWithout(other.rows, one.rows)]
  return ways.some(count => count > 0 && count < under)
}

function rowsWithout(rows: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  let count = 0
  for (const row of rows) {
    const there = left.get(row) ?? 0
    if (there > 0) left.set(row, there - 1)
    else count++
  }
  return count
}
