import { Worker } from 'node:worker_threads'

/** Runs beside the parser, which never comes up for air: a timer of the main thread would not fire. */
const WATCH = `
  const { workerData } = require('node:worker_threads')
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL')
  }, 20)
`

/**
 * Kills this process once it takes more memory than this, in bytes. A cap on the heap does not count
 * what is kept outside it, and not every way to start a process heeds one.
 */
export function watchMemory(bytes: number): void {
  new Worker(WATCH, { eval: true, execArgv: [], workerData: bytes }).unref()
}

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
