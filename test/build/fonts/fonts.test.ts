import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { advanceWidths, unpackWoff } from '../../../build/fonts/font-files.ts'
import { fontFiles, unpackedFont } from '../../../build/fonts/write-fonts.ts'
import { projectPath } from '../../../build/project.ts'

describe('the fonts that charts are drawn with', () => {
  it('are those of the package, unpacked and packed, with their licence and their widths', () => {
    const files = fontFiles()
    expect(files.length).toBe(8)
    for (const { path, content } of files) {
      expect(readFileSync(projectPath(path)).equals(Buffer.from(content)), path).toBe(true)
    }
  })

  it.each(['400', '700'] as const)(
    'have every character of both subsets in one, as wide, at %s',
    weight => {
      const path = `engine/files/pictures/fonts/atkinson-hyperlegible-next-all-${weight}.ttf`
      const all = advanceWidths(readFileSync(projectPath(path)))
      const both = [unpackedFont('latin-ext', weight), unpackedFont('latin', weight)].flatMap(
        font => [...advanceWidths(font)],
      )
      expect(both.length).toBeGreaterThan(300)
      expect(new Map(both.map(([letter]) => [letter, all.get(letter)]))).toEqual(new Map(both))
    },
  )

  it('know how wide a character is', () => {
    const widths = advanceWidths(
      readFileSync(
        projectPath('engine/files/pictures/fonts/atkinson-hyperlegible-next-latin-400.ttf'),
      ),
    )
    expect(widths.get('W'.codePointAt(0) ?? 0)).toBeGreaterThan(2 * (widths.get(0x69) ?? 0))
    expect(widths.has(0x6f22)).toBe(false)
  })

  it('are not taken from a file of another kind', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 something else'))).toThrow('no WOFF 1.0')
  })
})
