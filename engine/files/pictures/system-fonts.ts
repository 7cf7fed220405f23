import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasLetter } from '../../../shared/charts/text/measure.ts'
import { lettersOf } from './font-letters.ts'
import type { Font } from './renderer.ts'

const WINDOWS = join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts')
const APPLE = '/System/Library/Fonts'
const LINUX = '/usr/share/fonts'

/**
 * Fonts that come with a system, the first that has a letter drawing it: those with many scripts before those with one.
 * The names are those of Windows 10 and 11, of macOS, and of the packages that Debian, Ubuntu and Fedora install.
 */
const FONTS: readonly string[] = [
  ...['segoeui.ttf', 'arial.ttf', 'Nirmala.ttc', 'Nirmala.ttf', 'msyh.ttc', 'malgun.ttf'].map(
    name => join(WINDOWS, name),
  ),
  ...['YuGothM.ttc', 'leelawui.ttf', 'ebrima.ttf', 'gadugi.ttf', 'seguisym.ttf'].map(name =>
    join(WINDOWS, name),
  ),
  `${APPLE}/Supplemental/Arial Unicode.ttf`,
  '/Library/Fonts/Arial Unicode.ttf',
  ...['Supplemental/Arial.ttf', 'GeezaPro.ttc', 'PingFang.ttc', 'AppleSDGothicNeo.ttc'].map(
    name => `${APPLE}/${name}`,
  ),
  `${LINUX}/truetype/dejavu/DejaVuSans.ttf`,
  `${LINUX}/dejavu-sans-fonts/DejaVuSans.ttf`,
  `${LINUX}/google-noto-vf/NotoSans[wght].ttf`,
  ...['Sans', 'SansArabic', 'SansDevanagari', 'SansBengali', 'SansGurmukhi', 'SansTamil'].map(
    name => `${LINUX}/truetype/noto/Noto${name}-Regular.ttf`,
  ),
  `${LINUX}/opentype/noto/NotoSansCJK-Regular.ttc`,
  `${LINUX}/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc`,
  `${LINUX}/truetype/freefont/FreeSans.ttf`,
]

/** Set to `bundled`, pictures are drawn with the bundled typeface alone, and are the same bytes on every machine. */
const CHOICE = process.env.WORKBOOK_FONTS

interface KnownFont extends Font {
  readonly has: (codePoint: number) => boolean
}

/** Files that were looked for, so that a file is read once; null for one that is not there. */
type Known = Map<string, KnownFont | null>

/** Fonts that a drawing needs beside the bundled typeface. */
export interface BorrowedFonts {
  readonly fonts: readonly Font[]
  /** The letters that no font at hand has, each once, in their order. */
  readonly missing: readonly string[]
}

/** Finds fonts of this machine for letters that the bundled typeface lacks, among files in their order. */
export function createFontFinder(
  files: readonly string[] = CHOICE === 'bundled' ? [] : FONTS,
): (svg: string) => BorrowedFonts {
  const known: Known = new Map()
  return svg => {
    const borrowed = new Set<Font>()
    const missing: string[] = []
    for (const letter of lettersLacked(svg)) {
      const codePoint = letter.codePointAt(0) ?? 0
      const path = files.find(file => fontAt(file, known)?.has(codePoint))
      const font = path === undefined ? null : fontAt(path, known)
      if (font) borrowed.add(font)
      else missing.push(letter)
    }
    return { fonts: [...borrowed], missing }
  }
}

function fontAt(path: string, known: Known): KnownFont | null {
  const before = known.get(path)
  if (before !== undefined) return before
  const bytes = existsSync(path) ? readFileSync(path) : null
  const font = bytes && { path, bytes, has: lettersOf(bytes) }
  known.set(path, font)
  return font
}

/** The letters and signs of the words of a drawing, each once. */
export const lettersIn = (svg: string): readonly string[] =>
  [...new Set(svg.replaceAll(/<[^>]*>/g, ''))].filter(letter =>
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter),
  )

/** Those that the bundled typeface lacks, in the order of their numbers. */
const lettersLacked = (svg: string): readonly string[] =>
  lettersIn(svg)
    .filter(letter => !hasLetter(letter))
    .toSorted()
