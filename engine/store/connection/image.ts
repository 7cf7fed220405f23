import { readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { toReadError } from '../../disk/disk-errors.ts'
import { realName } from '../../disk/real-name.ts'
import { WorkbookError } from '../../errors.ts'
import { withPlainFailures } from './failures.ts'
import { undoInMemory } from './undo-image.ts'

const WAL_HEADER = 32
const FRAME_HEADER = 24
/** The first four bytes of a log: sums of its words as small-endian processors have them, or as others do. */
const MAGIC_SMALL = 0x377f0682
const MAGIC_BIG = 0x377f0683
/** The bytes of the first page that say how a file is written; 1 is for one without a log. */
const JOURNAL_BYTES = [18, 19] as const
/** The number of times that a file is read once more because somebody wrote to it meanwhile. */
const MOST_TRIES = 20

/**
 * Opens what a file holds, its log included, in memory: not a byte of either is changed and nothing is made beside
 * them, so it serves on a disk that only reads, and for evidence that must keep its hash. Throws NO_SUCH_FILE,
 * FILE_IN_USE, NOT_A_WORKBOOK and what the disk says.
 */
export function openImage(named: string): Database.Database {
  const file = realName(named)
  const image = readSteadily(file)
  return withPlainFailures(file, () => new Database(image))
}

/** A writer that checkpoints between the reading of the two files would make a mixture of them. */
function readSteadily(file: string): Buffer {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = marksOf(file)
    const image = readImage(file)
    if (marksOf(file) === before) return image
  }
  throw new WorkbookError('FILE_IN_USE', { file })
}

/** The marks of a file and its log by which a write is told. */
function marksOf(file: string): string {
  return ['', '-wal', '-journal']
    .map(ending => statSync(`${file}${ending}`, { bigint: true, throwIfNoEntry: false }))
    .map(stat => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : ''))
    .join()
}

function readImage(file: string): Buffer {
  try {
    const journal = statSync(`${file}-journal`, { throwIfNoEntry: false })
    const now = readFileSync(file)
    const isCutShort = journal !== undefined && journal.size > 0
    const main = isCutShort ? undoInMemory(now, readFileSync(`${file}-journal`)) : now
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
    const whole = log && log.size > WAL_HEADER ? applyLog(main, readFileSync(`${file}-wal`)) : main
    for (const at of JOURNAL_BYTES) if (whole.length > at) whole[at] = 1
    return whole
  } catch (error) {
    throw toReadError(error, file)
  }
}

/** The pages of a file with those of the committed transactions of its log in their places. */
function applyLog(main: Buffer, log: Buffer): Buffer {
  const magic = log.readUInt32BE(0)
  const pageSize = log.readUInt32BE(8)
  if ((magic !== MAGIC_SMALL && magic !== MAGIC_BIG) || pageSize < 512) return main
  const sums = createLogSums(magic === MAGIC_BIG)
  sums.add(log, 0, 24)
  if (!sums.equal(log, 24)) return main
  const salt = log.subarray(16, 24)
  const committed = new Map<number, number>()
  const waiting = new Map<number, number>()
  let pages = 0
  const size = FRAME_HEADER + pageSize
  for (let at = WAL_HEADER; at + size <= log.length; at += size) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    sums.add(log, at, 8)
    sums.add(log, at + FRAME_HEADER, pageSize)
    if (!sums.equal(log, at + 16)) break
    waiting.set(log.readUInt32BE(at), at + FRAME_HEADER)
    const sizeAfter = log.readUInt32BE(at + 4)
    if (sizeAfter === 0) continue
    for (const [page, where] of waiting) committed.set(page, where)
    waiting.clear()
    pages = sizeAfter
  }
  if (pages === 0) return main
  const whole = Buffer.alloc(pages * pageSize)
  main.copy(whole, 0, 0, Math.min(main.length, whole.length))
  for (const [page, where] of committed) {
    if (page <= pages) log.copy(whole, (page - 1) * pageSize, where, where + pageSize)
  }
  return whole
}

/** The running sums by which SQLite tells a frame of a log that was written to its end (its file format, 4.2). */
interface LogSums {
  readonly add: (log: Buffer, from: number, length: number) => void
  readonly equal: (log: Buffer, at: number) => boolean
}

function createLogSums(isBig: boolean): LogSums {
  let [one, two] = [0, 0]
  return {
    add: (log, from, length) => {
      const words = new DataView(log.buffer, log.byteOffset + from, length)
      for (let at = 0; at < length; at += 8) {
        one = (one + words.getUint32(at, !isBig) + two) >>> 0
        two = (two + words.getUint32(at + 4, !isBig) + one) >>> 0
      }
    },
    equal: (log, at) => log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === two,
  }
}
