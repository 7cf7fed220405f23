import type { ChartWords } from '../../languages/chart-words.ts'
import { CHART_WORDS, TOO_FEW_LABEL } from '../../messages/charts.ts'
import { CRITERION_NAMES, otherWordsOf } from '../../messages/results.ts'
import { KIND_NAMES, PRIORITY_NAMES } from '../../messages/rules.ts'
import type { HiddenFigures } from '../../model/hidden-figures.ts'
import type { IndicatorResult, Priority } from '../../model/results.ts'
import { CRITERIA } from '../../model/vocabulary.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial, ChartTable } from '../chart.ts'
import { type JudgedAxis, judgedAxis, type MapDot, mapDots } from './dots.ts'
import { drawMap } from './draw-map.ts'
import { layoutMap } from './layout.ts'

/** A chart of every indicator by usefulness and usability, as the rule judges them. */
export function priorityMap(
  material: ChartMaterial,
  indicators: readonly IndicatorResult[] = material.results.indicators,
): Chart {
  const { results, scale, hidden, words = CHART_WORDS } = material
  const axis = judgedAxis(results.ruleUsed, scale.length, words.map)
  const shown = indicators.filter(indicator => !isHidden(indicator, axis, hidden))
  const dots = mapDots(shown, axis)
  return {
    title: words.map.title(countPriorities(dots), {
      shown: indicators.length,
      all: results.indicators.length,
    }),
    basis: basisWords(material),
    notes: mapNotes(dots, { shown: shown.length, all: indicators.length }, words.map.notes),
    table: mapTable(dots, axis),
    draw: ({ width, theme }) => drawMap(layoutMap(dots, axis, width), axis, { theme, words }),
  }
}

/**
 * Tests whether a dot would show a hidden figure: everyone's, or that of the group that decides its
 * place.
 */
function isHidden(
  { id, criteria }: IndicatorResult,
  { judgesGroups }: JudgedAxis,
  hidden: HiddenFigures | undefined,
): boolean {
  if (!hidden) return false
  return CRITERIA.some(criterion => {
    const groups = judgesGroups ? Object.keys(criteria[criterion].groups) : []
    return [null, ...groups].some(group => hidden.has(id, criterion, group))
  })
}

function countPriorities(dots: readonly MapDot[]): Readonly<Record<Priority, number>> {
  const count = (priority: Priority) => dots.filter(dot => dot.priority === priority).length
  return {
    keep: count('keep'),
    'make usable': count('make usable'),
    'make useful': count('make useful'),
    rethink: count('rethink'),
  }
}

function mapNotes(
  dots: readonly MapDot[],
  { shown, all }: { readonly shown: number; readonly all: number },
  notes: ChartWords['map']['notes'],
): readonly string[] {
  const heldBack = dots.filter(({ isHeldBack }) => isHeldBack).length
  const inOtherWords = dots.filter(({ otherWords }) => otherWords.answers > 0).length
  const tooFew = dots.filter(({ priority }) => priority === null).length
  return [
    notes.place,
    ...(heldBack > 0 ? [notes.heldBack(heldBack)] : []),
    ...(tooFew > 0 ? [notes.tooFew(tooFew)] : []),
    ...(inOtherWords > 0 ? [notes.otherWords(inOtherWords)] : []),
    ...(dots.length < shown ? [notes.left(shown - dots.length)] : []),
    ...(shown < all ? [notes.hidden(all - shown)] : []),
  ]
}

function mapTable(dots: readonly MapDot[], { unit, label }: JudgedAxis): ChartTable {
  const format = unit === 'share' ? 'share' : 'one'
  const inOtherWords = dots.some(({ otherWords }) => otherWords.answers > 0)
  return {
    columns: [
      { heading: 'Indicator', format: 'text' },
      { heading: 'Priority', format: 'text' },
      { heading: `${CRITERION_NAMES.usefulness}: ${label.toLowerCase()}`, format },
      { heading: `${CRITERION_NAMES.usability}: ${label.toLowerCase()}`, format },
      { heading: 'n', format: 'count' },
      { heading: 'How people differ', format: 'text' },
      ...(inOtherWords ? [{ heading: 'Other words', format: 'text' } as const] : []),
    ],
    rows: dots.map(({ id, code, title, priority, usefulness, usability, n, kind, otherWords }) => ({
      key: id,
      cells: [
        `${code} ${title}`,
        priority === null ? TOO_FEW_LABEL : PRIORITY_NAMES[priority],
        usefulness,
        usability,
        n,
        kind && KIND_NAMES[kind],
        ...(inOtherWords ? [otherWordsOf(otherWords)] : []),
      ],
    })),
  }
}
