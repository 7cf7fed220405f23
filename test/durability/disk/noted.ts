import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** A call to the disk in the order of their ends, or a sentence to a person. */
export type Noted =
  | { readonly kind: 'written'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly at: number }
  | { readonly kind: 'flushed' | 'removed'; readonly file: string }
  | { readonly kind: 'told'; readonly text: string }

const HEAD_BYTES = 15

/** Reads what `disk.c` noted. */
export function readNoted(log: string): readonly Noted[] {
  const bytes = readFileSync(log)
  const noted: Noted[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16LE(at + 1)
    const kind = String.fromCharCode(bytes[at] ?? 0)
    const offset = Number(bytes.readBigInt64LE(at + 3))
    const size = bytes.readUInt32LE(at + 11)
    const name = at + HEAD_BYTES
    const file = basename(bytes.toString('utf8', name, name + length))
    const data = bytes.subarray(name + length, name + length + size)
    noted.push(asNoted(kind, { file, at: offset, data }))
    at = name + length + size
  }
  return noted
}

function asNoted(
  kind: string,
  { file, at, data }: { readonly file: string; readonly at: number; readonly data: Buffer },
): Noted {
  switch (kind) {
    case 'W':
      return { kind: 'written', file, at, data }
    case 'T':
      return { kind: 'cut', file, at }
    case 'S':
      return { kind: 'flushed', file }
    case 'U':
      return { kind: 'removed', file }
    case 'A':
      return { kind: 'told', text: data.toString() }
    default:
      throw new Error(`There is no kind ${kind} of note.`)
  }
}
