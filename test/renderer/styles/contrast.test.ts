import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'

const css = readFileSync(projectPath('renderer/styles/themes.css'), 'utf8')

/** The colours of a block of the style sheet, by name. */
const coloursIn = (selector: string): ReadonlyMap<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`))
  const found = block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)
  return new Map([...found].map(([, name = '', colour = '']) => [name, colour]))
}

const light = coloursIn(':root')

/** Each theme says what differs from the light one. */
const THEMES = {
  light,
  dark: new Map([...light, ...coloursIn(':root[data-theme="dark"]')]),
  projector: new Map([...light, ...coloursIn(':root[data-theme="projector"]')]),
} as const

/** The relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Words on their ground: 4.5 is asked of them. */
const WORDS = [
  ['an answer', 'ink', 'surface'],
  ['an answer beside the levels', 'ink', 'page'],
  ['an answer under the pointer', 'ink', 'accent-soft'],
  ['the number of an answer', 'muted', 'surface'],
  ['the number of an answer under the pointer', 'muted', 'accent-soft'],
  ['a chosen answer', 'accent-ink', 'accent'],
  ['the line of the other question', 'ink', 'sunken'],
  ['a hint', 'muted', 'page'],
  ['a quiet button', 'accent', 'page'],
  ['what is read aloud', 'ink', 'accent-soft'],
  ['what a room only tries', 'caution', 'caution-soft'],
  ...([1, 2, 3, 4, 5] as const).map(
    level => [`level ${level}`, `level-${level}-ink`, `level-${level}`] as const,
  ),
] as const

/** Shapes that say something, against what is beside them: 3 is asked of them. */
const SHAPES = [
  ['the edge of an answer', 'line-strong', 'surface'],
  ['the edge of an answer, from outside', 'line-strong', 'page'],
  ['a chosen answer beside the page', 'accent', 'page'],
  ['a chosen answer beside another one', 'accent', 'surface'],
  ['the ring of the focus', 'focus', 'page'],
  ['the edge of a column', 'line-strong', 'page'],
] as const

describe.each(Object.entries(THEMES))('the %s theme', (_, colours) => {
  const of = (one: string, other: string) =>
    contrast(colours.get(one) ?? '', colours.get(other) ?? '')

  it.each(WORDS)('has the words of %s stand out', (_, words, ground) => {
    expect(of(words, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SHAPES)('has %s stand out', (_, shape, ground) => {
    expect(of(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
