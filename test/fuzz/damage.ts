import { readFile } from 'node:fs/promises'
import { CFB, read, write } from 'xlsx'
import type { Random } from '../../engine/ratings/synthetic/random.ts'
import { makeZip, type ZipPart } from '../engine/files/make-zip.ts'
import { COUNCIL_EXPORTS } from '../fixtures/frameworks/council-exports.ts'
import { COUNCIL_WORKBOOKS } from '../fixtures/frameworks/council-workbooks.ts'

/** A file to be damaged. Of a zipped one, its parts are known, so that what is inside can be. */
interface Original {
  readonly name: string
  readonly bytes: Buffer
  readonly parts: readonly ZipPart[]
}

/** A damaged file and how it was damaged. */
export interface Damaged {
  readonly name: string
  readonly how: string
  readonly bytes: Buffer
}

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

const below = (random: Random, limit: number): number => Math.floor(random() * Math.max(1, limit))

/** Odd texts that people, programs and attackers leave in cells and tags. */
const ODDITIES = [
  '',
  '"',
  ',',
  ';;;',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u202e',
  '=1+1',
  '#REF!',
  '__proto__',
  '<',
  '>',
  '&',
  '&amp;amp;',
  '&#x0;',
  '&#1114112;',
  ']]>',
  '<!--',
  '<![CDATA[',
  '-1',
  '1e309',
  'NaN',
  '999999999',
  'XFD1048576',
  'ZZZZ0',
  'A0',
  '\ud800',
  '👨‍👩‍👧',
  ' > ',
  'C1',
  'Total',
  'x'.repeat(5_000),
  ' '.repeat(5_000),
]

type Mutation = (random: Random, bytes: Buffer) => Buffer

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'flips some bytes': (random, bytes) => {
    const damaged = Buffer.from(bytes)
    for (let n = 1 + below(random, 20); n > 0; n--) {
      damaged[below(random, damaged.length)] = below(random, 256)
    }
    return damaged
  },
  'cuts it short': (random, bytes) => bytes.subarray(0, below(random, bytes.length)),
  'cuts a piece out': (random, bytes) => {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 400))])
  },
  'doubles a piece': (random, bytes) => {
    const at = below(random, bytes.length)
    const end = at + 1 + below(random, 400)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)])
  },
  'puts something odd in': (random, bytes) => {
    const at = below(random, bytes.length)
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(pick(random, ODDITIES)),
      bytes.subarray(at),
    ])
  },
}

/** Changes one token of a text to another one of it or to something odd. */
const replaceToken =
  (token: RegExp): Mutation =>
  (random, bytes) => {
    const text = bytes.toString('utf8')
    const found = [...text.matchAll(token)]
    if (found.length === 0) return bytes
    const target = pick(random, found)
    const other = random() < 0.5 ? pick(random, found)[0] : pick(random, ODDITIES)
    const end = target.index + target[0].length
    return Buffer.from(text.slice(0, target.index) + other + text.slice(end))
  }

const STRUCTURAL: Readonly<Record<string, Mutation>> = {
  'changes a tag': replaceToken(/<[^<>]*>/g),
  'changes an attribute': replaceToken(/(?<==")[^"<>]{1,200}(?=")/g),
  'changes a text': replaceToken(/(?<=>)[^<>]+(?=<)/g),
  'changes a cell': replaceToken(/[^,;\t\r\n]+/g),
  'changes what is between cells': replaceToken(/[,;\t\r\n"]+/g),
}

const ALL: readonly (readonly [string, Mutation])[] = [
  ...Object.entries(MUTATIONS),
  ...Object.entries(STRUCTURAL),
]

/** Damages what is inside a zip and packs it again, so that the damage reaches the parser. */
function damageInside(random: Random, { name, parts }: Original): Damaged {
  const target = pick(random, parts)
  const [how, mutate] = pick(random, ALL)
  const content = mutate(random, Buffer.from(target.content))
  const damaged = parts.map(part => (part === target ? { ...part, content } : part))
  return { name, how: `${how} in ${target.name}`, bytes: makeZip(damaged) }
}

/** One damaged file; the same numbers give the same damage. Half of all zipped ones are whole zips. */
export function damage(random: Random, originals: readonly Original[]): Damaged {
  const original = pick(random, originals)
  if (original.parts.length > 0 && random() < 0.7) return damageInside(random, original)
  const [how, mutate] = pick(random, ALL)
  const once = mutate(random, original.bytes)
  return { name: original.name, how, bytes: random() < 0.3 ? mutate(random, once) : once }
}

const DRAFT = new URL('../../engine/frameworks/example/draft-framework.csv', import.meta.url)

/** The result of the library's own unpacker, for which it has no type. */
interface UnpackedZip {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly { readonly content?: Uint8Array }[]
}

/** The files inside a zip; none for any other file. */
function partsOf(bytes: Buffer): Original['parts'] {
  if (bytes.readUInt32LE(0) !== 0x04034b50) return []
  const zip: UnpackedZip = CFB.read(bytes, { type: 'buffer' })
  const { FullPaths, FileIndex } = zip
  return FileIndex.flatMap(({ content }, index) => {
    const name = (FullPaths[index] ?? '').replace(/^[^/]*\//, '')
    return name === '' || name.endsWith('/') || !content
      ? []
      : [{ name, content: Buffer.from(content) }]
  })
}

const toOriginal = (name: string, bytes: Buffer): Original => ({
  name,
  bytes,
  parts: partsOf(bytes),
})

/** Good files of every format that is read, small enough to be damaged thousands of times. */
export async function originals(): Promise<readonly Original[]> {
  const messy = [...COUNCIL_WORKBOOKS, ...COUNCIL_EXPORTS]
  const files = await Promise.all(
    messy.map(async ({ name, bytes }) => toOriginal(name, await bytes())),
  )
  const draft = (await readFile(DRAFT, 'utf8')).split('\r\n').slice(0, 12).join('\r\n')
  const book = read(draft, { type: 'string', raw: true })
  const others = (['xlsb', 'fods', 'xlml', 'biff8'] as const).map(bookType =>
    toOriginal(`draft.${bookType}`, Buffer.from(write(book, { type: 'buffer', bookType }))),
  )
  return [...files, toOriginal('draft.csv', Buffer.from(draft)), ...others]
}
