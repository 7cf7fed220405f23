import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { projectPath } from '../project.ts'

const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512]

/** Draws the program's icon for every platform into a folder. */
export function writeIcons(folder: string): void {
  const linux = join(folder, 'linux')
  mkdirSync(linux, { recursive: true })
  for (const size of LINUX_SIZES) {
    writeFileSync(join(linux, `${size}x${size}.png`), renderIcon(size))
  }
  writeFileSync(join(folder, 'icon.ico'), encodeIco(ICO_SIZES.map(image)))
  writeFileSync(join(folder, 'icon.icns'), encodeIcns(ICNS_SIZES.map(image)))
}

const image = (size: number) => ({ size, png: renderIcon(size) })

/** The program's icon as a square PNG, `size` pixels wide. */
export function renderIcon(size: number): Buffer {
  const drawing = readFileSync(projectPath('build/icons/icon.svg'), 'utf8')
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng()
}

/** One square PNG of an icon. */
export interface IconImage {
  readonly size: number
  readonly png: Buffer
}

/** The ICNS type of each PNG size; those of twice the size are for screens of double density. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16
const ICNS_HEADER_BYTES = 8

/** The sizes that an ICO file holds; its format knows none above 256. */
const ICO_SIZES: readonly number[] = [16, 24, 32, 48, 64, 128, 256]

/** The sizes that an ICNS file holds. */
const ICNS_SIZES: readonly number[] = Object.keys(ICNS_TYPES).map(Number)

/** An ICO file for Windows, of PNG images. */
function encodeIco(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  const dataFrom = ICO_HEADER_BYTES + images.length * ICO_ENTRY_BYTES
  const entries = images.map(({ size, png }, index) => {
    const before = images.slice(0, index).reduce((sum, image) => sum + image.png.length, 0)
    const entry = Buffer.alloc(ICO_ENTRY_BYTES)
    // 256 does not fit into a byte and is written as 0.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(dataFrom + before, 12)
    return entry
  })
  return Buffer.concat([header, ...entries, ...images.map(image => image.png)])
}

/** An ICNS file for macOS, of PNG images. */
function encodeIcns(images: readonly IconImage[]): Buffer {
  const parts = images.flatMap(({ size, png }) =>
    (ICNS_TYPES[size] ?? []).map(type => Buffer.concat([icnsHeader(type, png.length), png])),
  )
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([icnsHeader('icns', length), ...parts])
}

function icnsHeader(type: string, contentBytes: number): Buffer {
  const header = Buffer.alloc(ICNS_HEADER_BYTES)
  header.write(type, 'latin1')
  header.writeUInt32BE(ICNS_HEADER_BYTES + contentBytes, 4)
  return header
}
