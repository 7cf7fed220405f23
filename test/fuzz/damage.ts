import type { Random } from '../../engine/ratings/random.ts'
import { makeZip, type ZipPart } from '../engine/files/make-zip.ts'

/** A file to be damaged. Of a zipped one, its parts are known, so that what is inside can be. */
export interface Original {
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

/** What people, programs and attackers leave in cells and tags. */
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
