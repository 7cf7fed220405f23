import { crc32, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { palettePng } from '../../../../engine/files/pictures/palette-png.ts'

/** The parts of a PNG by their names, each held against its own checksum. */
function partsOf(png: Buffer): ReadonlyMap<string, Buffer> {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(crc32(named)).toBe(png.readUInt32BE(at + 8 + length))
    parts.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  return parts
}

/** The colours of a PNG with a palette, pixel by pixel. */
function coloursOf(png: Buffer) {
  const parts = partsOf(png)
  const [head, palette] = [parts.get('IHDR'), parts.get('PLTE')]
  const [width, height] = [head?.readUInt32BE(0) ?? 0, head?.readUInt32BE(4) ?? 0]
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))
  expect(rows.length).toBe(height * (width + 1))
  const colours: number[] = []
  for (let y = 0; y < height; y++) {
    expect(rows[y * (width + 1)]).toBe(0)
    for (let x = 0; x < width; x++) {
      const place = rows[y * (width + 1) + 1 + x] ?? 0
      colours.push(palette?.readUIntBE(place * 3, 3) ?? 0)
    }
  }
  return { width, height, colours }
}

const rgbaOf = (colours: readonly number[]): Uint8Array =>
  Uint8Array.from(colours.flatMap(one => [one >> 16, (one >> 8) & 255, one & 255, 255]))

describe('a PNG with a palette', () => {
  it('has every pixel of a drawing with no more colours than a palette can have', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }))
    const colour = fc.integer({ min: 0, max: 0xffffff })
    const drawing = size.chain(([width, height]) =>
      fc
        .array(colour, { minLength: width * height, maxLength: width * height })
        .map(colours => ({ width, height, colours })),
    )
    fc.assert(
      fc.property(drawing, ({ width, height, colours }) => {
        const png = palettePng({ width, height, rgba: rgbaOf(colours) })
        expect(coloursOf(png)).toEqual({ width, height, colours })
      }),
    )
  })

  it('gives the rarest of too many colours the nearest one that is left', () => {
    const greys = Array.from({ length: 256 }, (_, level) => level * 0x010101)
    const colours = [...greys, ...greys, 0x808081]
    const png = palettePng({ width: colours.length, height: 1, rgba: rgbaOf(colours) })
    expect(coloursOf(png).colours).toEqual([...greys, ...greys, 0x808080])
  })
})
