import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Noted } from './noted.ts'

type OnFile = Extract<Noted, { readonly kind: 'written' | 'cut' }>

/** A file as it is on the disk for certain, and what was written to it since and may be there or not. */
interface Content {
  sure: Buffer
  waiting: OnFile[]
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
  const start: Content = { sure: readFileSync(book), waiting: [] }
  live.set(basename(book), start)
  named.set(basename(book), start)

  const contentOf = (file: string): Content => {
    const known = live.get(file)
    if (known) return known
    const content: Content = { sure: Buffer.alloc(0), waiting: [] }
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
      for (const write of content.waiting) content.sure = after(content.sure, write)
      content.waiting = []
      return
    }
    // The folder itself.
    for (const each of names) name(named, each)
    names = []
  }
  /** Writes what is left after a power cut into a folder. */
  const lose = (folder: string, random: () => number): void => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const left = new Map(named)
    for (const each of names.slice(0, Math.floor(random() * (names.length + 1)))) name(left, each)
    const chance = [0, 0.5, 0.5, 1][Math.floor(random() * 4)] ?? 0
    for (const [file, { sure, waiting }] of left) {
      let image = sure
      for (const write of waiting) if (random() < chance) image = after(image, torn(write, random))
      writeFileSync(join(folder, file), image)
    }
  }
  return { take, lose }
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

function after(image: Buffer, write: OnFile): Buffer {
  const size =
    write.kind === 'cut' ? write.at : Math.max(image.length, write.at + write.data.length)
  const now = Buffer.alloc(size)
  image.copy(now)
  if (write.kind === 'written') write.data.copy(now, write.at)
  return now
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
