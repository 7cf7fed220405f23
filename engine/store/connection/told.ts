import { hash } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { ONLY_OWNER } from '../../disk/modes.ts'
import { tidyAway } from '../../disk/move-and-remove.ts'

/** One field of a turn that was saved, by ids and the moment (ISO 8601, UTC), without a word of what was said. */
export interface ToldSave {
  readonly turn: string
  readonly part: string
  readonly indicator: string
  readonly criterion: string
  readonly savedAt: string
}

/** The saves that were acknowledged last, kept beside a workbook while it is open, outside its log. */
export interface Told {
  /** Adds a save, once it is on the disk. Throws nothing: what is noted here is only ever told, never relied on. */
  readonly add: (save: ToldSave) => void
  /** Removes the list, as when the workbook is closed and its file holds everything; the next save begins another. */
  readonly remove: () => void
}

/** The list of what is in memory alone, from which nothing can be lost. */
export const NO_LIST: Told = { add: () => undefined, remove: () => undefined }

const toldPath = (file: string): string => `${file}-told`

/** The saves that are listed; the oldest are written over. */
const SLOTS = 128
/** A slot fits into one sector of a disk, which is written whole or not at all. */
const SLOT_BYTES = 512

const slot = z.object({
  count: z.number().int().min(0),
  chain: z.string(),
  turn: z.string(),
  part: z.string(),
  indicator: z.string(),
  criterion: z.string(),
  savedAt: z.string(),
})
type Slot = Readonly<z.infer<typeof slot>>

/** The digest of a save and of all before it in the list. */
const chainOf = (before: string, count: number, save: ToldSave): string =>
  hash('sha256', JSON.stringify([before, count, ...valuesOf(save)])).slice(0, 32)

const valuesOf = ({ turn, part, indicator, criterion, savedAt }: ToldSave): readonly string[] => [
  turn,
  part,
  indicator,
  criterion,
  savedAt,
]

/**
 * A list beside an open workbook. Nothing waits until it is on the disk: after a power cut it tells of fewer saves than
 * the file has, never of more, as each is added only once its commit was flushed.
 */
export function openTold(file: string): Told {
  const path = toldPath(file)
  let descriptor: number | undefined
  let count = 0
  let chain = ''
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  return {
    add: save => {
      try {
        descriptor ??= openSync(path, 'w', ONLY_OWNER.file)
        const next = chainOf(chain, count, save)
        const { turn, part, indicator, criterion, savedAt } = save
        const one: Slot = { count, chain: next, turn, part, indicator, criterion, savedAt }
        const line = JSON.stringify(one)
        writeSync(descriptor, `${line.padEnd(SLOT_BYTES - 1)}\n`, (count % SLOTS) * SLOT_BYTES)
        chain = next
        count += 1
      } catch {
        // A full disk says so at the next save, where it matters.
      }
    },
    remove: () => {
      close()
      chain = ''
      count = 0
      tidyAway(path)
    },
  }
}

/** The saves in the list beside a file, oldest first; what is not whole or does not follow is left out. */
export function readTold(file: string): readonly ToldSave[] {
  const slots = slotsOf(file).toSorted((one, other) => one.count - other.count)
  return slots.filter((one, at) => {
    const before = one.count === 0 ? '' : chainBefore(one, slots[at - 1])
    return before !== undefined && chainOf(before, one.count, one) === one.chain
  })
}

/** The digest that a save follows on; undefined where the one before is not there, as it was written over. */
const chainBefore = (one: Slot, before: Slot | undefined): string | undefined =>
  before?.count === one.count - 1 ? before.chain : undefined

function slotsOf(file: string): readonly Slot[] {
  let text: string
  try {
    text = readFileSync(toldPath(file), 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap(line => {
    try {
      return [slot.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}

/** Removes the list beside a file that is not open. */
export const forgetTold = (file: string): void => void tidyAway(toldPath(file))
