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
