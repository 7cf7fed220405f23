import { parse } from 'csv-parse/sync'
import { unzip } from './programs.ts'

/** A row of a csv by its headings. */
export type CsvRow = Readonly<Record<string, string>>

/** A data package as somebody has it who was sent it. */
export interface Found {
  readonly texts: ReadonlyMap<string, string>
  readonly table: (name: string) => readonly CsvRow[]
}

/** Opens a data package. */
export async function openPackage(zip: Buffer): Promise<Found> {
  const parts = await unzip(zip)
  const texts = new Map([...parts].map(([name, bytes]) => [name, bytes.toString('utf8')]))
  return {
    texts,
    table: name => {
      const text = texts.get(`data/${name}.csv`)
      return text === undefined ? [] : (parse(text, { columns: true }) as CsvRow[])
    },
  }
}

/** A number of people, and the groups that they are of. */
interface Told {
  readonly question: string
  readonly groups: readonly string[]
  readonly counts: readonly number[]
}

/** Reads every number of people of a package, given the names of all groups, which anybody knows. */
function readTold(found: Found, groups: readonly string[]): readonly Told[] {
  const byGroup = found.table('results_by_group')
  const named = [...new Set(byGroup.map(row => row.group ?? ''))]
  const others = groups.filter(group => !named.includes(group))
  const groupsOf = (name: string | undefined): readonly string[] => {
    if (name === undefined) return groups
    return groups.includes(name) ? [name] : others
  }
  return [...found.table('results'), ...byGroup].flatMap(row => {
    const place = `${row.round} ${row.indicator} ${row.criterion}`
    const levels = Object.keys(row).filter(name => /^level_\d+$/.test(name))
    const told = (kind: string, names: readonly string[]): readonly Told[] => {
      const cells = names.map(name => row[name] ?? '')
      if (cells.length === 0 || cells.some(cell => cell === '')) return []
      const counts = cells.map(Number)
      return [{ question: `${place} ${kind}`, groups: groupsOf(row.group), counts }]
    }
    return [
      ...told('levels', levels),
      ...told('dont_know', ['dont_know']),
      ...told('not_applicable', ['not_applicable']),
    ]
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** A leak: what it is about, and the people whom it tells of at most. */
export interface Leak {
  readonly about: string
  readonly people: number
}

/**
 * Adds and subtracts all that packages of one workbook tell of the same question, until nothing new comes out of it:
 * every set of groups of which a number of people follows, in each package and in all of them taken together. A leak
 * is a number below the limit, or a difference between two packages that is below it.
 */
export function subtractEverything(
  packages: readonly Found[],
  groups: readonly string[],
  under: number,
): readonly Leak[] {
  const told = packages.map(found => readTold(found, groups))
  const questions = new Set(told.flat().map(({ question }) => question))
  return [...questions].flatMap(question => {
    const known = told.map(each =>
      closure(
        each.filter(one => one.question === question),
        groups,
      ),
    )
    const together = isConsistent(known)
      ? [
          closure(
            told.flat().filter(one => one.question === question),
            groups,
          ),
        ]
      : []
    const small = [...known, ...together].flatMap(sets =>
      [...sets.values()].filter(counts => sum(counts) < under && counts.length > 0),
    )
    const moved = known.flatMap((one, at) =>
      known.slice(at + 1).flatMap(other => differences(one, other)),
    )
    return [
      ...small.map(counts => ({ about: question, people: sum(counts) })),
      ...moved
        .filter(people => people > 0 && people < under)
        .map(people => ({ about: `${question}, between two`, people })),
    ]
  })
}

/**
 * Compares what packages tell of everyone, rows among them, and the rows themselves: a leak is a number of people who
 * came or went between two packages that is below the limit.
 */
export function compareEveryone(packages: readonly Found[], under: number): readonly Leak[] {
  const told = packages.map(found => {
    const everyone = readTold(
      { ...found, table: name => (name === 'results' ? found.table(name) : []) },
      [''],
    )
    return new Map(everyone.map(({ question, counts }) => [question, new Map([[1, counts]])]))
  })
  return packages.flatMap((one, at) =>
    packages.slice(at + 1).flatMap((other, next) => {
      const numbers = [...(told[at] ?? [])].flatMap(([question, sets]) => {
        const later = told[at + 1 + next]?.get(question)
        return (later ? differences(sets, later) : []).map(people => ({ about: question, people }))
      })
      const rows = [changedRows(one, other), changedRows(other, one)].map(people => ({
        ...{ about: 'rows', people },
      }))
      return [...numbers, ...rows].filter(({ people }) => people > 0 && people < under)
    }),
  )
}

/** The number of rows of a package that are in no other; 0 where one of them has no rows. */
function changedRows(one: Found, other: Found): number {
  const marks = (found: Found) =>
    [...readPeople(found).values()].map(answers => JSON.stringify([...answers].toSorted()))
  const [mine, theirs] = [marks(one), new Set(marks(other))]
  return mine.length === 0 || theirs.size === 0 ? 0 : mine.filter(mark => !theirs.has(mark)).length
}

type Sets = ReadonlyMap<number, readonly number[]>

/** Every set of groups, as bits, that can be had by adding apart sets and taking one from another. */
function closure(told: readonly Told[], groups: readonly string[]): Sets {
  const bits = (names: readonly string[]) =>
    names.reduce((all, name) => all | (1 << groups.indexOf(name)), 0)
  const sets = new Map(told.map(one => [bits(one.groups), one.counts]))
  const queue = [...sets.keys()]
  for (let set = queue.pop(); set !== undefined; set = queue.pop()) {
    const counts = sets.get(set) ?? []
    for (const [other, theirs] of [...sets]) {
      const found = combine(set, counts, other, theirs)
      if (found && found.set !== 0 && !sets.has(found.set)) {
        sets.set(found.set, found.counts)
        queue.push(found.set)
      }
    }
  }
  return sets
}

function combine(
  one: number,
  counts: readonly number[],
  other: number,
  theirs: readonly number[],
): { readonly set: number; readonly counts: readonly number[] } | null {
  const minus = (more: readonly number[], less: readonly number[]) =>
    more.map((count, at) => count - (less[at] ?? 0))
  if ((one & other) === 0) {
    return { set: one | other, counts: counts.map((count, at) => count + (theirs[at] ?? 0)) }
  }
  if ((one & other) === other) return { set: one & ~other, counts: minus(counts, theirs) }
  if ((one & other) === one) return { set: other & ~one, counts: minus(theirs, counts) }
  return null
}

/** Tests whether packages can be of the same people: no two say different numbers of one set. */
function isConsistent(known: readonly Sets[]): boolean {
  const all = new Map<number, string>()
  return known.every(sets =>
    [...sets].every(([set, counts]) => {
      const said = all.get(set) ?? counts.join()
      all.set(set, said)
      return said === counts.join()
    }),
  )
}

/** The number of people who came to a set of groups and of those who went, from one package to another. */
function differences(one: Sets, other: Sets): readonly number[] {
  return [...one].flatMap(([set, counts]) => {
    const theirs = other.get(set)
    if (!theirs) return []
    const moves = theirs.map((count, at) => count - (counts[at] ?? 0))
    return [sum(moves.map(move => Math.max(0, move))), sum(moves.map(move => Math.max(0, -move)))]
  })
}

/** The answers of one person in a package, by the name that the package gives them. */
export function readPeople(found: Found): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const people = new Map<string, Map<string, string>>()
  for (const row of found.table('ratings')) {
    const person = row.participant_id ?? ''
    const answers = people.get(person) ?? new Map<string, string>()
    people.set(person, answers)
    answers.set(`${row.round} ${row.indicator} ${row.criterion}`, row.answer ?? '')
  }
  return people
}

/**
 * Puts each person of one package into a group of another, or the same, by least squares: the shares of people in
 * groups that best explain the counts by group. Empty where there are no rows, or no table by group.
 */
export function assignGroups(rows: Found, tables: Found): ReadonlyMap<string, string> {
  const people = readPeople(rows)
  const counts = tables.table('results_by_group').filter(row => row.level_1 !== '')
  const groups = [...new Set(counts.map(row => row.group ?? ''))]
  if (people.size === 0 || groups.length === 0) return new Map()
  const names = [...people.keys()]
  const choosers = whoChose(names, people)
  const shares = groups.map(group => {
    const equations = counts
      .filter(row => row.group === group)
      .flatMap(row => equationsOf(row, choosers))
    return leastSquares(equations, names.length)
  })
  return new Map(
    names.map((name, at) => {
      const best = groups.reduce(
        (most, _, group) => ((shares[group]?.[at] ?? 0) > (shares[most]?.[at] ?? 0) ? group : most),
        0,
      )
      return [name, groups[best] ?? '']
    }),
  )
}

interface Equation {
  readonly of: readonly number[]
  readonly is: number
}

/** The places of the people who gave an answer, by the question and the answer. */
function whoChose(
  names: readonly string[],
  people: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [at, name] of names.entries()) {
    for (const [place, answer] of people.get(name) ?? []) {
      const key = `${place} ${answer}`
      found.set(key, [...(found.get(key) ?? []), at])
    }
  }
  return found
}

function equationsOf(
  row: CsvRow,
  choosers: ReadonlyMap<string, readonly number[]>,
): readonly Equation[] {
  const place = `${row.round} ${row.indicator} ${row.criterion}`
  return Object.entries(row).flatMap(([field, count]) => {
    const level = /^level_(\d+)$/.exec(field)?.[1]
    if (level === undefined || count === '') return []
    return [{ of: choosers.get(`${place} ${level}`) ?? [], is: Number(count) }]
  })
}

/** The least squares of 0/1 equations, with a trace of damping, by elimination. */
function leastSquares(equations: readonly Equation[], unknowns: number): readonly number[] {
  const matrix = Array.from({ length: unknowns }, (_, at) =>
    Array.from({ length: unknowns + 1 }, (__, column): number => (at === column ? 1e-6 : 0)),
  )
  for (const { of, is } of equations) {
    for (const one of of) {
      const line = matrix[one] ?? []
      for (const other of of) line[other] = (line[other] ?? 0) + 1
      line[unknowns] = (line[unknowns] ?? 0) + is
    }
  }
  for (let at = 0; at < unknowns; at++) {
    const line = matrix[at] ?? []
    const by = line[at] ?? 1
    for (let row = at + 1; row < unknowns; row++) {
      const other = matrix[row] ?? []
      const times = (other[at] ?? 0) / by
      if (times === 0) continue
      for (let column = at; column <= unknowns; column++) {
        other[column] = (other[column] ?? 0) - times * (line[column] ?? 0)
      }
    }
  }
  const solved = new Array<number>(unknowns).fill(0)
  for (let at = unknowns - 1; at >= 0; at--) {
    const line = matrix[at] ?? []
    const rest = solved.reduce(
      (all, value, column) => all + (column > at ? (line[column] ?? 0) * value : 0),
      0,
    )
    solved[at] = ((line[unknowns] ?? 0) - rest) / (line[at] ?? 1)
  }
  return solved
}
