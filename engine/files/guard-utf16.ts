/** A Buffer's own way of reading itself as text. */
type ToString = (this: Buffer, encoding?: BufferEncoding, start?: number, end?: number) => string

const UTF16 = new Set<string | undefined>(['utf16le', 'utf-16le', 'ucs2', 'ucs-2'])

/**
 * Node 24 writes past its own memory when an odd number of bytes is read as UTF-16, which the parser
 * asks for in older Excel files, damaged or not. From this call on, half a character at the end of
 * what is read is left off instead. For a process that parses foreign files and nothing else.
 */
export function guardUtf16(): void {
  const toText = Buffer.prototype.toString as ToString
  if (toText.name === guarded.name) return
  Object.assign(Buffer.prototype, { toString: guarded })

  function guarded(this: Buffer, encoding?: BufferEncoding, start = 0, end = this.length): string {
    if (!UTF16.has(encoding)) return toText.call(this, encoding, start, end)
    const [from, to] = [start, end].map(at => Math.min(Math.max(0, Math.trunc(at)), this.length))
    if (from === undefined || to === undefined || to <= from) return ''
    return toText.call(this, encoding, from, to - ((to - from) % 2))
  }
}
