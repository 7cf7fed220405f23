import { existsSync } from 'node:fs'
import { setTimeout as later } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** Tests of what only Windows does. `.ci/run` has them run on Wine; elsewhere they are named and skipped. */
export const isElsewhere = process.platform !== 'win32'

/**
 * The ways in which programs hold a file. `removal`: others may read and write it, but neither rename nor remove
 * it, as with virus scanners and SQLite. `everything`: nobody else may open it, as with Excel.
 */
export type HoldOf = 'removal' | 'everything'

/** Asks Windows for a file that is not shared (libuv's UV_FS_O_EXLOCK). */
const NOT_SHARED = 0x10000000

const OPEN = `
  const { openSync, closeSync, readdirSync, constants } = require('node:fs')
  const Database = require('better-sqlite3')
  const hold = (path, of) => {
    if (of === 'everything') {
      const file = openSync(path, constants.O_RDWR | ${NOT_SHARED})
      return () => closeSync(file)
    }
    const database = new Database(path, { readonly: true })
    return () => database.close()
  }
`

const HOLD = `${OPEN}
  const { workerData, parentPort } = require('node:worker_threads')
  const letGo = hold(workerData.path, workerData.of)
  parentPort.postMessage('held')
  setTimeout(() => { letGo(); process.exit() }, workerData.milliseconds)
`

const SCAN = `${OPEN}
  const { workerData, parentPort } = require('node:worker_threads')
  const { join } = require('node:path')
  const seen = new Set()
  parentPort.postMessage('held')
  const look = () => {
    for (const name of readdirSync(workerData.folder)) {
      if (!name.includes(workerData.part) || seen.has(name)) continue
      try {
        const letGo = hold(join(workerData.folder, name), 'removal')
        seen.add(name)
        parentPort.postMessage(name)
        setTimeout(letGo, workerData.milliseconds)
      } catch {}
    }
    setImmediate(look)
  }
  look()
`

/** Somebody who holds files of ours until the end of the block. */
export interface Holder extends AsyncDisposable {
  /** The names of the new files that were held so far, which are told a moment later. */
  readonly held: () => Promise<readonly string[]>
}

async function start(code: string, workerData: object): Promise<Holder> {
  const worker = new Worker(code, { eval: true, execArgv: [], workerData })
  const held: string[] = []
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => resolve())
  })
  worker.on('message', name => held.push(name))
  return {
    held: async () => {
      await later(200)
      return held
    },
    [Symbol.asyncDispose]: async () => {
      // Its databases are closed with it, and Windows lets go of a file a moment later.
      await worker.terminate()
      await later(100)
    },
  }
}

/** Holds one file, for so long. */
export function hold(path: string, milliseconds: number, of: HoldOf = 'removal'): Promise<Holder> {
  if (!existsSync(path)) throw new Error(`There is no ${path} to hold.`)
  return start(HOLD, { path, milliseconds, of })
}

/** Holds each new file of a folder whose name has this in it, for so long, as a virus scanner does. */
export function scan(folder: string, part: string, milliseconds = 300): Promise<Holder> {
  return start(SCAN, { folder, part, milliseconds })
}
