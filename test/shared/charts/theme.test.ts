import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { fileTheme, mixColours } from '../../../shared/charts/theme.ts'
import { FILE_THEME_NAMES } from '../../../shared/model/exports.ts'

const CSS = readFileSync(projectPath('renderer/styles/themes.css'), 'utf8')

/** The custom properties of one theme of the page. */
function pageTheme(selector: string): ReadonlyMap<string, string> {
  const [, block = ''] = CSS.split(`${selector} {`)
  const [body = ''] = block.split('}')
  return new Map(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** The brightness of a colour to the eye (WCAG 2.2, relative luminance). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(channel => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('the themes of files', () => {
  it.each([
    ['light', ':root'],
    ['dark', ':root[data-theme="dark"]'],
  ] as const)('%s has the colours of the page', (name, selector) => {
    const page = pageTheme(selector)
    const theme = fileTheme(name)
    for (const role of ['surface', 'ink', 'muted', 'line', 'accent'] as const) {
      expect(theme[role], role).toBe(page.get(role))
    }
    expect(theme.lineStrong).toBe(page.get('line-strong'))
    expect(theme.accentSoft).toBe(page.get('accent-soft'))
    expect(theme.levels).toEqual([1, 2, 3, 4, 5].map(level => page.get(`level-${level}`)))
    expect(theme.levelInks).toEqual([1, 2, 3, 4, 5].map(level => page.get(`level-${level}-ink`)))
  })

  it.each(FILE_THEME_NAMES)('%s can be read: words stand out from what they are on', name => {
    const theme = fileTheme(name)
    expect(contrast(theme.ink, theme.surface)).toBeGreaterThan(7)
    expect(contrast(theme.muted, theme.surface)).toBeGreaterThan(4.5)
    for (const [index, level] of theme.levels.entries()) {
      expect(contrast(level, theme.levelInks[index] ?? ''), `level ${index + 1}`).toBeGreaterThan(
        4.5,
      )
    }
  })

  it('hatches the lower half of a scale of any length, and mixes the levels between two colours', () => {
    const { levelStyle, levels } = fileTheme('light')
    expect([1, 2, 3, 4, 5].map(level => levelStyle(level, 5).fill)).toEqual(levels)
    expect([1, 2, 3, 4].map(level => levelStyle(level, 4).isHatched)).toEqual([
      true,
      true,
      false,
      false,
    ])
    const nine = Array.from({ length: 9 }, (_, index) => levelStyle(index + 1, 9))
    expect(new Set(nine.map(({ fill }) => fill)).size).toBe(9)
    expect(nine.map(({ isHatched }) => isHatched)).toEqual([
      ...[true, true, true, true, false, false, false, false, false],
    ])
  })
})

describe('mixing two colours', () => {
  it('gives either end unchanged, and grey half-way between black and white', () => {
    expect(mixColours('#b3541f', '#0e4f5b', 0)).toBe('#b3541f')
    expect(mixColours('#b3541f', '#0e4f5b', 1)).toBe('#0e4f5b')
    // What Chromium makes of color-mix(in oklab, black, white).
    expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#636363')
  })
})
