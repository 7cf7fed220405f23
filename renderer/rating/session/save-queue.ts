/** How saving stands over all that was given to the queue. */
export interface QueueState {
  /** Records that are not known to be on disk, failed ones included. */
  readonly unsaved: number
  /** Whether the last attempt for some of them failed; they wait for `retry`. */
  readonly isStuck: boolean
  /** Why the latest failed attempt failed; undefined while none of the unsaved did. */
  readonly error: unknown
}

/** Sends records one after the other for each key, and holds on to them until they are safe. */
export interface SaveQueue<Item> {
  /** Queues a record. One of the same key that is not on its way yet is replaced by it. */
  readonly add: (item: Item) => void
  /** Sends again, as they are, those whose last attempt failed. */
  readonly retry: () => void
  /** Waits until nothing is on its way; true when everything is safe, false when something failed. */
  readonly settled: () => Promise<boolean>
}

export interface SaveQueueOptions<Item> {
  /** Records of one key reach the engine in the order in which they were added. */
  readonly keyOf: (item: Item) => string
  /** Resolves once the record is on disk. Sending one twice must be safe. */
  readonly send: (item: Item) => Promise<unknown>
  /** Whether an error means for certain that nothing was stored, however often it is sent. */
  readonly isRefusal: (error: unknown) => boolean
  readonly onChange: (state: QueueState) => void
}

/** The records of one key: the one that was sent, and the one to send after it. */
interface Lane<Item> {
  readonly sent: Item
  readonly waiting: Item | null
  /** Null while the sent one is on its way. */
  readonly failure: { readonly error: unknown } | null
}

/** An empty queue. */
export function createSaveQueue<Item>(options: SaveQueueOptions<Item>): SaveQueue<Item> {
  const { keyOf, send, isRefusal, onChange } = options
  const lanes = new Map<string, Lane<Item>>()
  const waiters = new Set<() => void>()

  const changed = () => {
    onChange(stateOf(lanes))
    if ([...lanes.values()].some(lane => lane.failure === null)) return
    for (const wake of waiters) wake()
    waiters.clear()
  }

  const start = async (key: string, sent: Item, waiting: Item | null): Promise<void> => {
    lanes.set(key, { sent, waiting, failure: null })
    changed()
    const failure = await send(sent).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const next = lanes.get(key)?.waiting ?? null
    const isOver = failure === null || isRefusal(failure.error)
    if (isOver && next !== null) return start(key, next, null)
    if (failure === null) lanes.delete(key)
    // Nobody knows whether a record whose answer was lost is on disk, so it is the first to go again.
    else lanes.set(key, { sent, waiting: next, failure })
    changed()
  }

  return {
    add: item => {
      const key = keyOf(item)
      const lane = lanes.get(key)
      if (!lane) void start(key, item, null)
      else if (lane.failure) void start(key, lane.sent, item)
      else {
        lanes.set(key, { ...lane, waiting: item })
        changed()
      }
    },
    retry: () => {
      for (const [key, lane] of [...lanes]) {
        if (lane.failure) void start(key, lane.sent, lane.waiting)
      }
    },
    settled: async () => {
      const isBusy = () => [...lanes.values()].some(lane => lane.failure === null)
      while (isBusy()) {
        await new Promise<void>(wake => {
          waiters.add(wake)
        })
      }
      return lanes.size === 0
    },
  }
}

function stateOf<Item>(lanes: ReadonlyMap<string, Lane<Item>>): QueueState {
  const all = [...lanes.values()]
  const failures = all.flatMap(lane => lane.failure ?? [])
  const unsaved = all.reduce((sum, lane) => sum + (lane.waiting === null ? 1 : 2), 0)
  return { unsaved, isStuck: failures.length > 0, error: failures.at(-1)?.error }
}
