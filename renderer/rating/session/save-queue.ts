/** The state of saving over all records that were given to the queue. */
export interface QueueState {
  /** Records that are not known to be on disk, failed ones included. */
  readonly unsaved: number
  /** True when the last attempt for some of them failed; they wait for `retry`. */
  readonly isStuck: boolean
  /** True while some of them have gone without an answer for so long that people must be told. */
  readonly isLate: boolean
  /** The error of the latest failed attempt; undefined while none of the unsaved failed. */
  readonly error: unknown
}

/** A queue that sends the records of each key one after the other, and keeps them until they are saved. */
export interface SaveQueue<Item> {
  /** Queues a record. One of the same key that is not on its way yet is replaced by it. */
  readonly add: (item: Item) => void
  /** Sends the records again, unchanged, whose last attempt failed. */
  readonly retry: () => void
  /** Waits until no record is being sent; true when everything is saved, false when something failed. */
  readonly whenIdle: () => Promise<boolean>
}

export interface SaveQueueOptions<Item> {
  /** Records of one key reach the engine in the order in which they were added. */
  readonly keyOf: (item: Item) => string
  /** Sends a record; resolves once it is on disk. Sending one twice must be safe. */
  readonly send: (item: Item) => Promise<unknown>
  /** Tests whether an error means for certain that nothing was stored, however often it is sent. */
  readonly isRefusal: (error: unknown) => boolean
  /** Called with a record that is on disk, unless a later one of its key is waiting. */
  readonly onSaved?: (item: Item) => void
  /** The time without an answer after which a record is late, in milliseconds. */
  readonly lateAfterMs: number
  readonly onChange: (state: QueueState) => void
}

/** The records of one key: the one that was sent, and the next one. */
interface KeyQueue<Item> {
  readonly sent: Item
  readonly waiting: Item | null
  /** Null while the sent one is on its way. */
  readonly failure: { readonly error: unknown } | null
}

/** An empty queue. */
export function createSaveQueue<Item>(options: SaveQueueOptions<Item>): SaveQueue<Item> {
  const { keyOf, send, isRefusal, onChange } = options
  const keyQueues = new Map<string, KeyQueue<Item>>()
  const lateness = createLateness(options.lateAfterMs, () => changed())
  const waiters = new Set<() => void>()

  const changed = () => {
    onChange({ ...queueState(keyQueues), isLate: lateness.isAnyLate() })
    if ([...keyQueues.values()].some(keyQueue => keyQueue.failure === null)) return
    for (const wake of waiters) wake()
    waiters.clear()
  }

  const start = async (key: string, sent: Item, waiting: Item | null): Promise<void> => {
    keyQueues.set(key, { sent, waiting, failure: null })
    lateness.await(key)
    changed()
    const failure = await send(sent).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const next = keyQueues.get(key)?.waiting ?? null
    const isOver = failure === null || isRefusal(failure.error)
    if (failure === null) {
      lateness.end(key)
      if (next === null) options.onSaved?.(sent)
    }
    if (isOver && next !== null) return start(key, next, null)
    if (failure === null) keyQueues.delete(key)
    // Nobody knows whether a record whose answer was lost is on disk, so it is the first to go again.
    else keyQueues.set(key, { sent, waiting: next, failure })
    changed()
  }

  return {
    add: item => {
      const key = keyOf(item)
      const keyQueue = keyQueues.get(key)
      if (!keyQueue) void start(key, item, null)
      else if (keyQueue.failure) void start(key, keyQueue.sent, item)
      else {
        keyQueues.set(key, { ...keyQueue, waiting: item })
        changed()
      }
    },
    retry: () => {
      for (const [key, keyQueue] of [...keyQueues]) {
        if (keyQueue.failure) void start(key, keyQueue.sent, keyQueue.waiting)
      }
    },
    whenIdle: async () => {
      const isBusy = () => [...keyQueues.values()].some(keyQueue => keyQueue.failure === null)
      while (isBusy()) {
        await new Promise<void>(wake => {
          waiters.add(wake)
        })
      }
      return keyQueues.size === 0
    },
  }
}

/** The keys that wait for an answer, and those of them that have waited for too long. */
function createLateness(afterMs: number, onLate: () => void) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const late = new Set<string>()
  return {
    isAnyLate: () => late.size > 0,
    /** Begins to wait for a key, unless that has begun: sending it again does not make it earlier. */
    await: (key: string) => {
      if (timers.has(key)) return
      const timer = setTimeout(() => {
        late.add(key)
        onLate()
      }, afterMs)
      timers.set(key, timer)
    },
    end: (key: string) => {
      clearTimeout(timers.get(key))
      timers.delete(key)
      late.delete(key)
    },
  }
}

function queueState<Item>(
  keyQueues: ReadonlyMap<string, KeyQueue<Item>>,
): Omit<QueueState, 'isLate'> {
  const all = [...keyQueues.values()]
  const failures = all.flatMap(keyQueue => keyQueue.failure ?? [])
  const unsaved = all.reduce((sum, keyQueue) => sum + (keyQueue.waiting === null ? 1 : 2), 0)
  return { unsaved, isStuck: failures.length > 0, error: failures.at(-1)?.error }
}
