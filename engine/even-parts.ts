/** The parts of a list, in order, as few as hold at most this many things each, and as alike in size as can be. */
export function evenParts<T>(list: readonly T[], atMost: number): readonly (readonly T[])[] {
  const size = Math.ceil(list.length / Math.ceil(list.length / atMost))
  return list.flatMap((_, at) => (at % size === 0 ? [list.slice(at, at + size)] : []))
}
