import { createSaveQueue, type QueueState } from './save-queue.ts'
import { isRefusal, LATE_MS, type SaveReport, saveReport } from './save-report.ts'
import type { Unsent } from './unsent.ts'

/** The time from the last key stroke until a comment is saved, in milliseconds. */
const PAUSE_MS = 800

/** The time after which what failed is tried again by itself, in milliseconds. */
const AGAIN_MS = 4000

/** Saves the answers of one participant: a choice at once, typed text when the typing pauses. */
export interface RatingSaver<Key, Item> {
  readonly saveNow: (key: Key) => void
  /** Saves the draft of this key after a pause, unless more is typed. */
  readonly saveSoon: (key: Key) => void
  /** Saves pending text at once. */
  readonly flush: () => void
  readonly retry: () => void
  /** Sends records again that were kept over a reload, in their order. */
  readonly resend: (items: readonly Item[]) => void
  /** Waits until no request is pending; true when everything is saved. */
  readonly whenIdle: () => Promise<boolean>
}

export interface RatingSaverOptions<Key, Item> {
  readonly keyName: (key: Key) => string
  /** The name of the key that a record is about. */
  readonly recordName: (item: Item) => string
  /** Sends a record; resolves once it is on disk. */
  readonly record: (item: Item) => Promise<unknown>
  /** Makes a record of the draft of a key. */
  readonly makeRecord: (key: Key) => Item
  readonly onChange: (report: SaveReport) => void
  /** Keeps what has not been acknowledged, so that a reload does not lose it. */
  readonly unsent: Pick<Unsent<Item>, 'keep' | 'drop'>
}

/** A saver with nothing to save yet. */
export function createRatingSaver<Key, Item>(
  options: RatingSaverOptions<Key, Item>,
): RatingSaver<Key, Item> {
  const { keyName, recordName, record, makeRecord, onChange, unsent } = options
  const typed = new Map<string, Key>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let state: QueueState = { unsaved: 0, isStuck: false, isLate: false, error: undefined }
  let again: ReturnType<typeof setTimeout> | undefined

  const queue = createSaveQueue<Item>({
    keyOf: recordName,
    send: record,
    isRefusal,
    lateAfterMs: LATE_MS,
    onSaved: item => {
      const name = recordName(item)
      if (!typed.has(name)) unsent.drop(name)
    },
    onChange: next => {
      state = next
      clearTimeout(again)
      // A disk that was full may have room again, and the line tells by itself when it is back.
      if (state.isStuck && !isRefusal(state.error)) again = setTimeout(queue.retry, AGAIN_MS)
      onChange(saveReport(state, typed.size))
    },
  })

  const keep = (item: Item) => void unsent.keep(recordName(item), item)

  const saveNow = (key: Key) => {
    typed.delete(keyName(key))
    const item = makeRecord(key)
    keep(item)
    queue.add(item)
  }

  const flush = () => {
    clearTimeout(pause)
    for (const key of [...typed.values()]) saveNow(key)
  }

  return {
    saveNow,
    saveSoon: key => {
      typed.set(keyName(key), key)
      keep(makeRecord(key))
      clearTimeout(pause)
      pause = setTimeout(flush, PAUSE_MS)
      onChange(saveReport(state, typed.size))
    },
    flush,
    retry: queue.retry,
    resend: items => {
      for (const item of items) queue.add(item)
    },
    whenIdle: () => {
      flush()
      return queue.whenIdle()
    },
  }
}
