/** Whose turn it is, of files that are read at the same time and heard of one after the other. */
export interface Turns {
  /** The file whose turn it is. */
  readonly now: () => number
  /** Does this now if it is the turn of that file, and otherwise once it is; in the order of asking. */
  readonly hear: (file: number, work: () => void) => void
  /** Everything about the file whose turn it is has been heard: the next one has its turn. */
  readonly pass: () => void
}

/** Turns from file 0 on. */
export function inTurn(): Turns {
  let turn = 0
  const waiting = new Map<number, (() => void)[]>()
  return {
    now: () => turn,
    hear: (file, work) => {
      if (file === turn) work()
      else waiting.set(file, [...(waiting.get(file) ?? []), work])
    },
    pass: () => {
      turn += 1
      const due = waiting.get(turn) ?? []
      waiting.delete(turn)
      for (const work of due) work()
    },
  }
}
