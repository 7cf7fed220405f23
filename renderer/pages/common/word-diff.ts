/** A run of a text: in both texts, or only in the one that it is part of. */
export interface Run {
  readonly text: string
  readonly isOwn: boolean
}

/** Two texts in runs, each with what only it has marked. */
export interface WordDiff {
  readonly before: readonly Run[]
  readonly after: readonly Run[]
}

/** Texts with more words than this between them are not compared word by word. */
const MOST_PAIRS = 1_000_000

/** Words, spaces and signs, none of them lost. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/\s+|[\p{Letter}\p{Number}'’]+|[^\s\p{Letter}\p{Number}'’]/gu) ?? []

/** Splits two texts into the words that they share in order and those that only one of them has. */
export function diffWords(before: string, after: string): WordDiff {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  if (old.length * fresh.length > MOST_PAIRS) {
    return { before: runsOf(old, new Set()), after: runsOf(fresh, new Set()) }
  }
  const shared = sharedInOrder(old, fresh)
  return {
    before: runsOf(old, new Set(shared.map(([place]) => place))),
    after: runsOf(fresh, new Set(shared.map(([, place]) => place))),
  }
}

/** The places of the longest run of words that both have in the same order. */
function sharedInOrder(
  old: readonly string[],
  fresh: readonly string[],
): readonly (readonly [number, number])[] {
  const width = fresh.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const shared: (readonly [number, number])[] = []
  for (let row = 0, column = 0; row < old.length && column < fresh.length; ) {
    if (old[row] === fresh[column]) shared.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return shared
}

/** Tokens joined into runs; spaces are marked only between two marked words. */
function runsOf(tokens: readonly string[], shared: ReadonlySet<number>): readonly Run[] {
  const isWord = tokens.map(token => !/^\s+$/.test(token))
  const isOwnWord = (place: number): boolean => isWord[place] === true && !shared.has(place)
  const runs: Run[] = []
  for (const [place, token] of tokens.entries()) {
    const bridges = isOwnWord(place - 1) && isOwnWord(place + 1)
    const isOwn = isWord[place] ? isOwnWord(place) : bridges
    const last = runs.at(-1)
    if (last?.isOwn === isOwn) runs[runs.length - 1] = { text: last.text + token, isOwn }
    else runs.push({ text: token, isOwn })
  }
  return runs
}
