import { describe, expect, it } from 'vitest'
import {
  judgedAxis,
  type MapDot,
  mapDots,
  quadrantAt,
} from '../../../shared/charts/priority-map/dots.ts'
import { layoutMap } from '../../../shared/charts/priority-map/layout.ts'
import { priorityMap } from '../../../shared/charts/priority-map/priority-map.ts'
import { textWidth } from '../../../shared/charts/text/measure.ts'
import { overlaps } from '../../../shared/charts/text/place-labels.ts'
import { RULES } from '../../../shared/model/rules.ts'
import { ratedMaterial } from '../../helpers/rated-material.ts'

const percent75 = judgedAxis(RULES['percent-75'], 5)

describe('the value that a rule judges', () => {
  it('is the share of the levels that the rule calls high, or the median', () => {
    const counts = { '1': 1, '6': 1, '7': 4, '9': 2 }
    const result = { n: 8, dontKnow: 8, counts, median: 7, groups: {} }
    expect(judgedAxis(RULES['percent-75'], 9).valueOf(result)).toBe(2 / 8)
    expect(judgedAxis(RULES['comet-70-15'], 9).valueOf(result)).toBe(6 / 8)
    expect(judgedAxis(RULES.ram, 9)).toMatchObject({ unit: 'level', threshold: 6.5, highest: 9 })
    expect(judgedAxis(RULES.ram, 9).valueOf(result)).toBe(7)
  })

  it('is the lowest share of any group where every group must pass', () => {
    const { results } = ratedMaterial({
      indicators: 4,
      scale: 9,
      scope: { rule: 'comet-70-15-per-group' },
    })
    const axis = judgedAxis(results.ruleUsed, 9)
    const [first] = results.indicators
    const groups = Object.values(first?.criteria.usefulness.groups ?? {}).filter(({ n }) => n > 0)
    const shares = groups.map(
      ({ n, counts }) => ((counts['7'] ?? 0) + (counts['8'] ?? 0) + (counts['9'] ?? 0)) / n,
    )
    expect(groups.length).toBeGreaterThan(1)
    expect(first && axis.valueOf(first.criteria.usefulness)).toBe(Math.min(...shares))
  })

  it('does not exist without answers', () => {
    const nobody = { n: 0, dontKnow: 0, counts: {}, median: null, groups: {} }
    expect(percent75.valueOf(nobody)).toBeNull()
  })
})

describe('the dots of the priority map', () => {
  it('stand in the quadrant of their priority, or in a better one where they are held back', () => {
    const [everyScale] = RULES['percent-75'].scales.filter(({ levels }) => levels === 5)
    if (everyScale?.test.kind !== 'shares') throw new Error('The rule does not judge shares.')
    const test = { ...everyScale.test, underPercent: 1 }
    const strict = { ...RULES['percent-75'], name: 'strict', scales: [{ ...everyScale, test }] }
    const { results } = ratedMaterial({ indicators: 106, scope: { rule: strict } })
    const dots = mapDots(results.indicators, percent75)
    expect(dots).toHaveLength(106)
    for (const dot of dots) {
      const result = results.indicators.find(({ id }) => id === dot.id)
      expect(dot.priority).toBe(result?.priority)
      expect(dot.usefulness).toBe(result?.criteria.usefulness.favourable)
      expect(quadrantAt(dot, percent75) === dot.priority).toBe(!dot.isHeldBack)
    }
    expect(dots.some(({ isHeldBack }) => isHeldBack)).toBe(true)
  })

  it('have no priority where too few answered for the rule, and are counted to none', () => {
    const material = ratedMaterial({ indicators: 8, workshops: 1 })
    const { table, notes, title } = priorityMap(material)
    const isTooFew = ({ priority }: { readonly priority: unknown }) => priority === null
    const few = material.results.indicators.filter(isTooFew)
    expect(few.length).toBeGreaterThan(0)
    expect(few.length).toBeLessThan(8)
    const dots = mapDots(material.results.indicators, percent75)
    expect(dots.filter(isTooFew).map(({ id }) => id)).toEqual(few.map(({ id }) => id))
    expect(table.rows.filter(({ cells }) => cells[1] === 'Too few answers')).toHaveLength(
      few.length,
    )
    expect(title).toContain(` of ${8 - few.length} indicators `)
    expect(notes.some(note => note.includes('drawn with a broken line'))).toBe(true)
  })

  it('leave out what nobody has answered, and the notes say so', () => {
    const material = ratedMaterial({ indicators: 3, workshops: 0 })
    expect(priorityMap(material).table.rows).toEqual([])
    expect(priorityMap(material).title).toBe(
      'No indicator has enough answers to both questions yet',
    )
    expect(priorityMap(material).notes.at(-1)).toMatch(/^3 indicators .* are not on the map/)
  })
})

describe('the priority map of few people', () => {
  it('leaves out what is judged by too few people to be shown, and the notes say so', () => {
    const material = ratedMaterial({ indicators: 6 })
    const [first] = material.results.indicators
    const hidesOf = (group: string | null) => ({
      has: (id: string, criterion: string, of: string | null) =>
        id === first?.id && criterion === 'usability' && of === group,
    })
    const shownOn = (chart: ReturnType<typeof priorityMap>) =>
      chart.table.rows.map(({ key }) => key)
    const chart = priorityMap({ ...material, hidden: hidesOf(null) })
    expect(shownOn(chart)).toEqual(material.results.indicators.slice(1).map(({ id }) => id))
    expect(chart.notes.at(-1)).toMatch(/^1 indicator judged by .* too few people is not shown/)
    // A hidden group matters only where the dot stands at the figure of a group.
    const hidden = hidesOf(Object.keys(material.results.groups)[0] ?? '')
    expect(shownOn(priorityMap({ ...material, hidden }))).toHaveLength(6)
    const rule = { ...RULES['percent-75'], scales: perGroup(RULES['percent-75'].scales) }
    const judged = ratedMaterial({ indicators: 6, scope: { rule } })
    expect(shownOn(priorityMap({ ...judged, hidden }))).toHaveLength(5)
  })
})

/** The same tests, to be passed by every group. */
const perGroup = (scales: (typeof RULES)['percent-75']['scales']) =>
  scales.map(({ levels, test }) => ({
    levels,
    test: test.kind === 'shares' ? { ...test, each: 'group' as const } : test,
  }))

const made = (dot: Partial<MapDot>): MapDot => ({
  id: 'a',
  code: 'A',
  title: 'A',
  usefulness: 0.8,
  usability: 0.9,
  n: 10,
  kind: 'agreed',
  priority: 'keep',
  isHeldBack: false,
  otherWords: { answers: 0, of: 0 },
  ...dot,
})

describe('the heading of a map of some indicators', () => {
  it('says that it is a selection, so that a choice of those to keep does not make itself true', () => {
    const material = ratedMaterial({ indicators: 6 })
    const kept = material.results.indicators.filter(({ priority }) => priority === 'keep')
    expect(priorityMap(material, kept.slice(0, 1)).title).toMatch(
      /^A selection, 1 of 6 indicators: the one indicator is agreed/,
    )
    expect(priorityMap(material).title).not.toContain('selection')
  })
})

describe('a map with answers to other words', () => {
  it('marks the codes, and says in its notes and its table how many', () => {
    const material = ratedMaterial({ indicators: 6 })
    const [first, ...others] = material.results.indicators
    if (!first) throw new Error('no indicator')
    const seen = { framework: 'old', title: 'Old words', sameWords: false }
    const reworded = {
      ...first,
      seen: [
        { ...seen, usefulness: 2, usability: 1 },
        { ...seen, framework: 'new', sameWords: true, usefulness: 4, usability: 4 },
      ],
    }
    const chart = priorityMap(material, [reworded, ...others])
    expect(chart.notes).toContainEqual(expect.stringMatching(/^† For 1 indicator, some answers/))
    expect(chart.table.rows[0]?.cells.at(-1)).toBe('3 of 11 answers saw other words')
    const axis = judgedAxis(material.results.ruleUsed, material.scale.length)
    const { labels } = layoutMap(mapDots([reworded, ...others], axis), axis, 1000)
    expect(labels.filter(({ text }) => text.includes('†'))).toHaveLength(1)
  })
})

describe('the layout of the priority map', () => {
  it.each([
    [5, 1000],
    [5, 358],
    [106, 1000],
    [106, 358],
    [1000, 1000],
    [1000, 358],
  ])('keeps %i dots and their labels apart and inside on %i pixels', (indicators, width) => {
    const { results } = ratedMaterial({ indicators, workshops: 1 })
    const layout = layoutMap(mapDots(results.indicators, percent75), percent75, width)
    const { plot, dots, labels } = layout
    for (const { x, y, radius } of dots) {
      expect(x - radius).toBeGreaterThanOrEqual(plot.x - 0.01)
      expect(x + radius).toBeLessThanOrEqual(plot.x + plot.width + 0.01)
      expect(y - radius).toBeGreaterThanOrEqual(plot.y - 0.01)
      expect(y + radius).toBeLessThanOrEqual(plot.y + plot.height + 0.01)
    }
    const boxes = labels.map(({ x, y, text }) => ({
      x,
      y: y - 7,
      height: 14,
      width: textWidth(text, { size: 12 }),
    }))
    expect(labels.length).toBeGreaterThan(0)
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).some(other => overlaps(box, other))).toBe(false)
    }
  })

  it('sets dots of the same values side by side, and gives more answers more area', () => {
    const twins = [made({ id: 'a' }), made({ id: 'b' }), made({ id: 'c', n: 40 })]
    const [one, other, large] = layoutMap(twins, percent75, 800).dots
    expect([one?.x, one?.y]).not.toEqual([other?.x, other?.y])
    expect(large?.radius).toBeCloseTo(2 * (one?.radius ?? 0))
  })

  it('shows the threshold even where every value lies above it', () => {
    const { threshold, plot } = layoutMap([made({})], percent75, 800)
    expect(threshold.x).toBeGreaterThan(plot.x)
    expect(threshold.x).toBeLessThan(plot.x + plot.width)
  })
})

describe('the words of the priority map', () => {
  it('state the finding, its n, and every figure of the drawing in a table', () => {
    const material = ratedMaterial({ indicators: 40 })
    const keep = material.results.indicators.filter(({ priority }) => priority === 'keep').length
    const chart = priorityMap(material)
    expect(chart.title).toContain(`${keep} of 40 indicators`)
    expect(chart.basis).toMatch(/^n = 15 participants in \d groups; round 1$/)
    expect(chart.table.rows.map(({ cells }) => cells.slice(2, 5))).toEqual(
      material.results.indicators.map(({ criteria: { usefulness, usability } }) => [
        usefulness.favourable,
        usability.favourable,
        Math.min(usefulness.n, usability.n),
      ]),
    )
  })
})
