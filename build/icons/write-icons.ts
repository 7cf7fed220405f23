import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ICNS_SIZES, ICO_SIZES, icnsOf, icoOf } from './icon-containers.ts'
import { renderIcon } from './render-icon.ts'

const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512]

/** Draws the program's icon for every platform into a folder. */
export function writeIcons(folder: string): void {
  const linux = join(folder, 'linux')
  mkdirSync(linux, { recursive: true })
  for (const size of LINUX_SIZES) {
    writeFileSync(join(linux, `${size}x${size}.png`), renderIcon(size))
  }
  writeFileSync(join(folder, 'icon.ico'), icoOf(ICO_SIZES.map(image)))
  writeFileSync(join(folder, 'icon.icns'), icnsOf(ICNS_SIZES.map(image)))
}

const image = (size: number) => ({ size, png: renderIcon(size) })
