/** So much is remembered, so that memory stays bounded; far more than a package has people or indicators. */
const MOST = 10_000
/** Texts that are longer than this, in characters, are comments, which hardly come again and take memory. */
const LONGEST = 200

/** Puts a value with its key, unless that is long; all are forgotten where they became too many. */
export function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (typeof key === 'string' && key.length > LONGEST) return
  if (known.size >= MOST) known.clear()
  known.set(key, value)
}

/** The same function for keys that come again and again: what it gave is remembered, unless it gave nothing. */
export function remembering<Key, Value>(
  make: (key: Key) => Value | undefined,
): (key: Key) => Value | undefined {
  const known = new Map<Key, Value>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(key)
    if (value !== undefined) remember(known, key, value)
    return value
  }
}
