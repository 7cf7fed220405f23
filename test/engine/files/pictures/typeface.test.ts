import { expect, it } from 'vitest'
import { ofAnySystem } from '../../../../engine/files/pictures/renderer.ts'
import { createTypeface, TYPEFACE } from '../../../../engine/files/pictures/svg-to-png.ts'

const typeface = createTypeface()
const { pixels } = await ofAnySystem()

/** The ink of texts, in black pixels, at a weight and beside each other. */
function inkOf(texts: readonly string[], weight: number): number {
  const each = texts.map(
    (text, at) =>
      `<text x="${10 + 60 * at}" y="50" font-size="40" font-weight="${weight}">${text}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="80">
    <rect width="700" height="80" fill="white"/>${each.join('')}</svg>`
  const { rgba } = pixels(svg, { fonts: typeface(svg), family: TYPEFACE, zoom: 2 })
  return rgba.reduce((sum, value, at) => (at % 4 === 0 ? sum + (255 - value) / 255 : sum), 0)
}

// A box, or one letter of a bold word that is thin, is more of a difference than this.
const NEARLY = 0.01

it.each([
  ['Łódź', 400],
  ['Łódź', 700],
  ['grŵptŷ', 400],
  ['grŵptŷ', 700],
])('draws %s at weight %i with the letters that it has by themselves', (word, weight) => {
  const apart = inkOf([...word], weight)
  expect(apart).toBeGreaterThan(100)
  expect(Math.abs(inkOf([word], weight) / apart - 1)).toBeLessThan(NEARLY)
})

it('reads the font with all letters only for a drawing that has more than the usual ones', () => {
  const has = (words: string, part: string) =>
    typeface(`<svg><text>${words}</text></svg>`).every(({ path }) => path.includes(part))
  expect(has('Très utile – 75 %', '-latin-')).toBe(true)
  expect(has('Łódź', '-all-')).toBe(true)
})
