import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { projectPath } from '../project.ts'
import { advanceWidths, unpackWoff } from './font-files.ts'

/** The weights in which charts are written. */
const WEIGHTS = ['400', '700'] as const
const SUBSETS = ['latin', 'latin-ext'] as const
const PACKAGE = 'node_modules/@fontsource/atkinson-hyperlegible-next'
const FOLDER = 'engine/files/pictures/fonts'

type Weight = (typeof WEIGHTS)[number]

/** A file that is made from the fonts of the package, and kept with the sources. */
interface MadeFile {
  readonly path: string
  readonly content: Buffer | string
}

/**
 * The fonts that are made from the package of the typeface: unpacked for drawing pictures, packed for
 * the report's browsers, and the widths of their characters, so that a chart is laid out alike with and
 * without a browser. Made anew with `node build/fonts/write-fonts.ts` when the package changes; `join_subsets.py` then makes
 * the fonts with the letters of both subsets.
 */
export function fontFiles(): readonly MadeFile[] {
  const fonts = WEIGHTS.flatMap(weight =>
    SUBSETS.flatMap(subset => {
      const path = `${FOLDER}/atkinson-hyperlegible-next-${subset}-${weight}`
      const packed = { path: `${path}.woff2`, content: packedFont(subset, weight, 'woff2') }
      if (subset !== 'latin') return [packed]
      return [{ path: `${path}.ttf`, content: unpackedFont(subset, weight) }, packed]
    }),
  )
  const licence = readFileSync(projectPath(`${PACKAGE}/LICENSE`))
  return [
    ...fonts,
    { path: `${FOLDER}/LICENSE`, content: licence },
    { path: 'shared/charts/text/character-widths.ts', content: widthsModule() },
  ]
}

export function unpackedFont(subset: (typeof SUBSETS)[number], weight: Weight): Buffer {
  return unpackWoff(packedFont(subset, weight, 'woff'))
}

function packedFont(
  subset: (typeof SUBSETS)[number],
  weight: Weight,
  ending: 'woff' | 'woff2',
): Buffer {
  const file = `${PACKAGE}/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.${ending}`
  return readFileSync(projectPath(file))
}

function widthsModule(): string {
  const widths = (weight: Weight) =>
    new Map(
      SUBSETS.toReversed().flatMap(subset => [...advanceWidths(unpackedFont(subset, weight))]),
    )
  const regular = widths('400')
  const bold = widths('700')
  const lines = [...regular]
    .toSorted(([one], [other]) => one - other)
    .filter(([character]) => character >= 0x20)
    .map(([character, width]) => `  [${character}, ${width}, ${bold.get(character) ?? width}],\n`)
  return [
    '/**\n',
    ' * Code point, width in the regular and in the bold weight, in thousandths of the size of the letters.\n',
    ' * Made by build/fonts/write-fonts.ts; do not change it by hand.\n',
    ' */\n',
    'export const CHARACTER_WIDTHS: readonly (readonly [number, number, number])[] = [\n',
    ...lines,
    ']\n',
  ].join('')
}

if (import.meta.main) {
  for (const folder of [FOLDER, 'shared/charts/text']) {
    mkdirSync(projectPath(folder), { recursive: true })
  }
  for (const { path, content } of fontFiles()) writeFileSync(projectPath(path), content)
}
