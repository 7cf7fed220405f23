/** The most values that are remembered: it bounds memory, far above the people or indicators of a package. */
const MOST = 10_000
/** The longest text that is remembered, in characters: longer ones are comments, which seldom repeat. */
const LONGEST = 200

/** Remembers a value by its key, unless the key is long. Forgets all of them when there are too many. */
export function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (typeof key === 'string' && key.length > LONGEST) return
  if (known.size >= MOST) known.clear()
  known.set(key, value)
}

/** Wraps a function whose keys repeat, so that its results are remembered, except undefined. */
export function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(key)
    if (value !== undefined) remember(known, key, value)
    return value
  }
}

/** Wraps what is always the same, so that it is made when it is first asked for and not when the program starts. */
export function onFirstUse<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
