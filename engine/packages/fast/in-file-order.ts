/** Handles messages about files in the order of the files, whichever worker sends them. */
export interface FileOrder {
  /** True if it is this file's turn, so that its messages are handled at once. */
  readonly isTurnOf: (file: number) => boolean
  /** Calls `hear` now, or when it is this file's turn. After `last` comes the turn of the next file. */
  readonly tell: (file: number, hear: () => void, last: boolean) => void
}

/** An order that begins with the first file. */
export function inFileOrder(): FileOrder {
  let turn = 0
  let isHearing = false
  const waiting = new Map<number, { readonly hear: () => void; readonly last: boolean }[]>()
  const hearAll = (): void => {
    for (let next = waiting.get(turn)?.shift(); next; next = waiting.get(turn)?.shift()) {
      next.hear()
      if (!next.last) continue
      waiting.delete(turn)
      turn += 1
    }
  }
  return {
    isTurnOf: file => file === turn,
    tell: (file, hear, last) => {
      waiting.set(file, [...(waiting.get(file) ?? []), { hear, last }])
      // A handler may send further messages, which come after its own.
      if (isHearing) return
      isHearing = true
      try {
        hearAll()
      } finally {
        isHearing = false
      }
    },
  }
}
