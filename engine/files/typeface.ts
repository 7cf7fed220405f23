import { readdirSync, readFileSync } from 'node:fs'

/** What charts and the report are written in. */
export const TYPEFACE = 'Atkinson Hyperlegible Next'

/** Bundles have the folder beside them; the sources have it where it is kept. */
const FOLDER = new URL('./fonts/', import.meta.url)

/** One file of the bundled typeface: its name tells the subset of characters and the weight. */
export interface FontFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The bundled typeface: unpacked, or as browsers take it. */
export function typefaceFiles(ending: 'ttf' | 'woff2'): readonly FontFile[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith(`.${ending}`))
    .toSorted()
    .map(name => ({ name, bytes: readFileSync(new URL(name, FOLDER)) }))
}
