/** Has what is told of files heard in the order of the files, whoever reads them. */
export interface FileOrder {
  /** Whether it is this file's turn, so that what is told of it is heard at once. */
  readonly isTurnOf: (file: number) => boolean
  /** Has `hear` done now or when it is this file's turn; after `last` it is the next one's. */
  readonly tell: (file: number, hear: () => void, last: boolean) => void
}

/** It is the turn of the first file. */
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
      // What is heard may lead to more being told, which is heard after it.
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
