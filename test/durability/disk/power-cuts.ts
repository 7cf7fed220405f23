import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Noted } from './noted.ts'

type OnFile = Extract<Noted, { readonly kind: 'written' | 'cut' }>

/** A file as it is on the disk for certain, after so many writes, and what was written to it since and may be there or not. */
interface Content {
  readonly id: number
  sure: Buffer
  writes: number
  waiting: OnFile[]
}

/** The files that a power cut leaves. */
export interface Left {
  /** The same for the same files, byte for byte, of one disk: what each is made of. */
  readonly key: string
  /** Writes them into a folder of its own. */
  readonly writeInto: (folder: string) => void
}

/** The size of the pieces in which a disk writes: a piece is there wholly or not. */
const SECTOR = 512

/**
 * A disk that is fed calls one by one, and can lose its power after each. What was flushed stays; of the rest any part may
 * be there, in any order and torn, and so may names of files that nobody flushed the folder for.
 */
export function createDisk(book: string) {
  const live = new Map<string, Content>()
  const named = new Map<string, Content>()
  let names: { readonly file: string; readonly content: Content | null }[] = []
  let contents = 0
  const create = (sure: Buffer): Content => ({ id: contents++, sure, writes: 0, waiting: [] })
  const start = create(readFileSync(book))
  live.set(basename(book), start)
  named.set(basename(book), start)

  const contentOf = (file: string): Content => {
    const known = live.get(file)
    if (known) return known
    const content = create(Buffer.alloc(0))
    live.set(file, content)
    names.push({ file, content })
    return content
  }
  const take = (noted: Noted): void => {
    switch (noted.kind) {
      case 'told':
        return
      case 'removed':
        if (live.delete(noted.file)) names.push({ file: noted.file, content: null })
        return
      case 'flushed':
        flush(noted.file)
        return
      default:
        contentOf(noted.file).waiting.push(noted)
    }
  }
  const flush = (file: string): void => {
    const content = live.get(file)
    if (content) {
      content.sure = after(content.sure, content.waiting)
      content.writes += content.waiting.length
      content.waiting = []
      return
    }
    // The folder itself.
    for (const each of names) name(named, each)
    names = []
  }
  /** Tells what would be left after a power cut now. */
  const lose = (random: () => number): Left => {
    const left = new Map(named)
    for (const each of names.slice(0, Math.floor(random() * (names.length + 1)))) name(left, each)
    const chance = [0, 0.5, 0.5, 1][Math.floor(random() * 4)] ?? 0
    const kept = (write: OnFile) => (random() < chance ? torn(write, random) : null)
    return leftOf(
      [...left].map(([file, content]) => ({ file, content, kept: content.waiting.map(kept) })),
    )
  }
  return { take, lose }
}

/** A file of which some of the waiting writes came to the disk, wholly or torn. */
interface LeftFile {
  readonly file: string
  readonly content: Content
  readonly kept: readonly (OnFile | null)[]
}

const leftOf = (files: readonly LeftFile[]): Left => ({
  key: files.map(keyOf).join(' '),
  writeInto: folder => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    for (const { file, content, kept } of files) {
      const there = kept.filter(write => write !== null)
      writeFileSync(join(folder, file), after(content.sure, there))
    }
  },
})

/** The writes that a file is made of: those up to a number, and some of those behind it. */
function keyOf({ file, content: { id, writes, waiting }, kept }: LeftFile): string {
  const whole = kept.findIndex((write, at) => write !== waiting[at])
  const upTo = whole === -1 ? kept.length : whole
  const behind = kept.flatMap((write, at) =>
    write === null || at < upTo
      ? []
      : `+${writes + at}${write.kind === 'written' ? `:${write.data.length}` : ''}`,
  )
  return `${file}:${id}:${writes + upTo}${behind.join('')}`
}

function name(
  into: Map<string, Content>,
  { file, content }: { readonly file: string; readonly content: Content | null },
): void {
  if (content) into.set(file, content)
  else into.delete(file)
}

/** A write of which, at times, only the first pieces came to the disk. */
function torn(write: OnFile, random: () => number): OnFile {
  if (write.kind === 'cut' || random() < 0.7) return write
  const pieces = Math.floor((random() * write.data.length) / SECTOR)
  return { ...write, data: write.data.subarray(0, pieces * SECTOR) }
}

/** A file after these writes, one after the other. */
function after(image: Buffer, writes: readonly OnFile[]): Buffer {
  const ends = writes.map(write => write.at + (write.kind === 'written' ? write.data.length : 0))
  const now = Buffer.alloc(Math.max(image.length, ...ends))
  image.copy(now)
  let size = image.length
  for (const write of writes) {
    if (write.kind === 'written') {
      write.data.copy(now, write.at)
      size = Math.max(size, write.at + write.data.length)
    } else {
      // What is cut off and grown again is empty.
      now.fill(0, write.at, Math.max(write.at, size))
      size = write.at
    }
  }
  return now.subarray(0, size)
}

/** Copies a closed workbook into a folder of its own. */
export function copyInto(folder: string, book: string): string {
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, basename(book))
  for (const ending of ['', '-wal']) {
    if (existsSync(book + ending)) copyFileSync(book + ending, copy + ending)
  }
  return copy
}
