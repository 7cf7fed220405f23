import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

/** The bytes of a picture among the fixtures. */
export const pictureFixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/pictures/${name}`, import.meta.url))

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

interface Drawn {
  readonly width?: number
  readonly height?: number
  /** Red, green and blue of every pixel; left out, pixels that do not compress. */
  readonly colour?: readonly [number, number, number]
  /** Chunks before its pixels. */
  readonly more?: readonly (readonly [name: string, text: string])[]
}

/** A PNG of one colour, or of noise that is the same each time. */
export function png({ width = 8, height = 8, colour, more = [] }: Drawn = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const pixels = Buffer.alloc(height * (1 + width * 3))
  let noise = 1
  for (let at = 0; at < pixels.length; at++) {
    const column = at % (1 + width * 3)
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0
    pixels[at] = column === 0 ? 0 : (colour?.[(column - 1) % 3] ?? noise >>> 24)
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...more.map(([name, text]) => chunk(name, Buffer.from(text, 'latin1'))),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
