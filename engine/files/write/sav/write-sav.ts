import { Buffer } from 'node:buffer'
import { fitBytes } from '../fit-text.ts'
import type { CellValue } from '../sheets.ts'
import { bytesOf, HELD, type SavContent, type SavVariable, segmentsOf } from './content.ts'
import { BIAS, dictionary } from './dictionary.ts'

// The codes of compressed cases: a small whole number is its own code, moved by the bias.
const AS_IT_IS = 253
const SPACES = 254
const NOTHING = 255
const [LEAST, MOST] = [1 - BIAS, 251 - BIAS]

/** The seconds from the day on which SPSS begins to count, 14 October 1582, to that of Unix. */
const EPOCH = 12_219_379_200

const BLANK = Buffer.alloc(8, ' ')
const AT_ONCE = 1 << 16

/** A table as an SPSS system file, piece by piece: labels, missing values, dates, and texts of any length in UTF-8. */
export function* savFile(content: SavContent): Generator<Buffer> {
  yield dictionary(content)
  yield* compressed(places(content))
}

/** A place of a case: no value, a number, or eight bytes of text. */
type Place = number | null | Buffer

function* places({ variables, rows }: SavContent): Generator<Place> {
  const known = variables.map(variable => ({ variable, segments: segmentsOf(variable) }))
  for (const row of rows) {
    for (const [index, { variable, segments }] of known.entries()) {
      const value = row[index] ?? null
      const bytes = bytesOf(variable)
      if (bytes === null) yield numberOf(variable, value)
      else yield* textPlaces(fitBytes(String(value ?? ''), bytes), segments)
    }
  }
}

function numberOf({ kind }: SavVariable, value: CellValue): number | null {
  if (value === null || value === '') return null
  if (kind !== 'day' && kind !== 'moment') return Number(value)
  const milliseconds = Date.parse(String(value))
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000 + EPOCH
}

function* textPlaces(text: string, segments: ReturnType<typeof segmentsOf>): Generator<Buffer> {
  const bytes = Buffer.from(text)
  for (const [index, { places: count }] of segments.entries()) {
    const held = bytes.subarray(index * HELD, (index + 1) * HELD)
    const filled = Buffer.alloc(count * 8, ' ')
    held.copy(filled)
    for (let at = 0; at < count; at++) yield filled.subarray(at * 8, at * 8 + 8)
  }
}

/** The places as codes of a byte, eight together, each with what it could not say behind. */
function* compressed(all: Iterable<Place>): Generator<Buffer> {
  let pieces: Buffer[] = []
  let size = 0
  let codes: number[] = []
  let behind: Buffer[] = []
  const close = (): void => {
    pieces.push(Buffer.from(codes.concat(Array(8 - codes.length).fill(0))), ...behind)
    size += 8 + behind.length * 8
    codes = []
    behind = []
  }
  for (const place of all) {
    const { code, bytes } = encoded(place)
    codes.push(code)
    if (bytes) behind.push(bytes)
    if (codes.length === 8) close()
    if (size < AT_ONCE) continue
    yield Buffer.concat(pieces)
    pieces = []
    size = 0
  }
  if (codes.length > 0) close()
  if (pieces.length > 0) yield Buffer.concat(pieces)
}

function encoded(place: Place): { readonly code: number; readonly bytes?: Buffer } {
  if (place === null) return { code: NOTHING }
  if (typeof place !== 'number') {
    return place.equals(BLANK) ? { code: SPACES } : { code: AS_IT_IS, bytes: place }
  }
  if (Number.isInteger(place) && place >= LEAST && place <= MOST) return { code: place + BIAS }
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(place)
  return { code: AS_IT_IS, bytes }
}
