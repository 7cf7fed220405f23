import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, textWidth, wrapText } from '../../../shared/charts/text/measure.ts'
import { overlaps, placeLabels } from '../../../shared/charts/text/place-labels.ts'

const setting = { size: 10 }

describe('the width of a text', () => {
  it('is the sum of its characters, and grows with the size and the weight', () => {
    expect(textWidth('', setting)).toBe(0)
    expect(textWidth('AB', setting)).toBeCloseTo(textWidth('A', setting) + textWidth('B', setting))
    expect(textWidth('AB', { size: 20 })).toBeCloseTo(2 * textWidth('AB', setting))
    expect(textWidth('Keep', { size: 10, weight: 'bold' })).toBeGreaterThan(
      textWidth('Keep', setting),
    )
  })

  it('has a guess for a character that the typeface lacks', () => {
    expect(textWidth('漢', setting)).toBeGreaterThan(textWidth('n', setting))
  })
})

describe('cutting a text', () => {
  it('leaves alone what fits, and ends with an ellipsis otherwise', () => {
    expect(cutText('Short', 100, setting)).toBe('Short')
    expect(cutText('Children who go missing', 60, setting)).toMatch(/^Children.*…$/)
  })

  it('never gives more than there is room for, however long and strange the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 10, max: 200 }),
        (text, room) => {
          expect(textWidth(cutText(text, room, setting), setting)).toBeLessThanOrEqual(room)
        },
      ),
    )
  })
})

describe('wrapping a text', () => {
  it('breaks between words, keeps each, and fills no line beyond the room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 30 }),
        fc.integer({ min: 60, max: 200 }),
        (words, room) => {
          const lines = wrapText(words.join(' '), room, setting)
          expect(lines.join(' ')).toBe(words.join(' '))
          for (const line of lines) expect(textWidth(line, setting)).toBeLessThanOrEqual(room)
        },
      ),
    )
  })

  it('cuts the last line that is allowed', () => {
    const lines = wrapText('one two three four five six seven eight', 50, setting, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
})

describe('placing labels', () => {
  const within = { x: 0, y: 0, width: 400, height: 300 }
  const mark = fc.record({
    x: fc.integer({ min: 10, max: 390 }),
    y: fc.integer({ min: 10, max: 290 }),
    radius: fc.integer({ min: 3, max: 9 }),
    width: fc.integer({ min: 20, max: 80 }),
  })
  const boxOf = ({ x, y, radius }: { x: number; y: number; radius: number }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  })

  it('covers no mark, no other label and no edge, and does the same each time', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), marks => {
        const wanted = marks.map((each, index) => ({ ...each, id: String(index) }))
        const taken = wanted.map(boxOf)
        const placed = placeLabels(wanted, { within, taken, lineHeight: 14 })
        const boxes = placed.map(({ id, x, y }) => ({
          x,
          y: y - 7,
          height: 14,
          width: wanted[Number(id)]?.width ?? 0,
        }))
        for (const [index, box] of boxes.entries()) {
          expect(taken.some(other => overlaps(box, other))).toBe(false)
          expect(boxes.slice(index + 1).some(other => overlaps(box, other))).toBe(false)
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(within.width)
        }
        expect(placeLabels(wanted, { within, taken, lineHeight: 14 })).toEqual(placed)
      }),
    )
  })

  it('labels a mark that stands alone, to its right', () => {
    const alone = { id: 'a', x: 100, y: 100, radius: 5, width: 50 }
    const space = { within, taken: [boxOf(alone)], lineHeight: 14 }
    expect(placeLabels([alone], space)).toEqual([{ id: 'a', x: 108, y: 100 }])
  })
})
