import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { describeFault } from '../describe-fault.ts'
import { closeToOthers, ONLY_OWNER } from '../disk/modes.ts'
import { renamePath, tidyAwayAtOnce } from '../disk/move-and-remove.ts'
import { WorkbookError } from '../errors.ts'
import type { Program } from '../program.ts'
import { type LogLine, readLines, writeLine } from './log-lines.ts'

/** The number of files of a log, and the size in bytes from which another one is begun. */
export const LOG_FILES = 5
export const LARGEST_LOG = 200_000

/** The time in milliseconds from which an operation has a line of its own. */
const SLOW_MS = 1_000
/** The refusals of one operation with one code that have a line of their own between two summaries. */
const MOST_ALIKE = 10

/** The log of a running engine: moments, names of operations, codes, times and counts. Nothing in it throws. */
export interface Log {
  /** Notes that an operation ended after so many milliseconds, and what it threw if it did. */
  readonly ended: (path: readonly string[], ms: number, thrown?: unknown) => void
  /** Notes a fault of the program's own. */
  readonly fault: (fault: unknown) => void
  /** Writes down how often each operation was done since the last time. */
  readonly summarise: () => void
  readonly close: () => void
}

/** The files of the log of a library, the one that is written first. */
export const logFilesIn = (library: string): readonly string[] =>
  Array.from({ length: LOG_FILES }, (_, index) => join(folderIn(library), `log-${index + 1}.jsonl`))

const folderIn = (library: string): string => join(library, 'log')

/** Begins a log in a library, beside what was logged there before. */
export function openLog(library: string, { appVersion, clock }: Program): Log {
  const write = (line: DistributiveOmit<LogLine, 'at'>) =>
    append(library, { at: clock(), ...line } as LogLine)
  const counts = new Map<string, number>()
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    return next
  }
  const summarise = () => {
    if (counts.size > 0) write({ what: 'done', counts: Object.fromEntries(counts) })
    counts.clear()
  }
  const fault: Log['fault'] = thrown => write({ what: 'fault', fault: linesOf(thrown) })
  write({ what: 'start', version: appVersion })
  return {
    ended: (path, took, thrown) => {
      const operation = path.join('.')
      const ms = Math.round(took)
      const code = codeOf(thrown)
      const times = count(code === undefined ? operation : `${operation} ${code}`)
      if (times > MOST_ALIKE) return
      if (code === FAULT) write({ what: 'fault', operation, fault: linesOf(thrown) })
      else if (code !== undefined) write({ what: 'refused', operation, code, ms })
      else if (ms >= SLOW_MS) write({ what: 'slow', operation, ms })
    },
    fault,
    summarise,
    close: () => {
      summarise()
      write({ what: 'end' })
    },
  }
}

type DistributiveOmit<Union, Key extends string> = Union extends unknown ? Omit<Union, Key> : never

const FAULT = 'FAULT'

/** The code of what an operation threw: one of the contract's, or `FAULT`; undefined where it threw nothing. */
function codeOf(thrown: unknown): string | undefined {
  if (thrown === undefined) return undefined
  return thrown instanceof WorkbookError || thrown instanceof ORPCError ? thrown.code : FAULT
}

const linesOf = (fault: unknown): string[] =>
  describeFault(fault)
    .split('\n')
    .map(line => line.trim())

/** Appends a line, beginning another file where one is full. What cannot be written is not: work goes on without. */
function append(library: string, line: LogLine): void {
  const text = writeLine(line)
  if (text === undefined) return
  try {
    const [file = ''] = logFilesIn(library)
    // A line that a kill cut short ends before the next one.
    const ended = line.what === 'start' ? `\n${text}` : text
    if (line.what === 'start') makeFolder(library)
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size + ended.length > LARGEST_LOG) makeRoom(library)
    appendFileSync(file, ended, { mode: ONLY_OWNER.file })
  } catch {
    // On a full disk, or one that only reads, there is nobody to tell of it and nothing to do.
  }
}

function makeFolder(library: string): void {
  mkdirSync(folderIn(library), { recursive: true, mode: ONLY_OWNER.folder })
  closeToOthers(folderIn(library), ONLY_OWNER.folder)
}

/** Moves each file on to the next name; the oldest one goes. */
function makeRoom(library: string): void {
  const files = logFilesIn(library)
  files.toReversed().forEach((file, index, oldestFirst) => {
    const next = oldestFirst[index - 1]
    if (next === undefined) tidyAwayAtOnce(file)
    else if (existsSync(file)) renamePath(file, next)
  })
}

/** The latest lines of the log of a library, oldest first; none where it cannot be read. */
export function latestLines(library: string, most: number): readonly LogLine[] {
  return logFilesIn(library).toReversed().flatMap(linesIn).slice(-most)
}

function linesIn(file: string): readonly LogLine[] {
  try {
    return readLines(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}
