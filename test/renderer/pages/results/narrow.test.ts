import { describe, expect, it } from 'vitest'
import { inPlace, ofPriority, sectionOf } from '../../../../renderer/pages/results/narrow.ts'
import { EVERY_INDICATOR } from '../../../../renderer/stores/results-view-store.ts'
import { ratedMaterial } from '../../../helpers/rated-material.ts'

const { results } = ratedMaterial({ indicators: 6, workshops: 1 })
const [first, ...others] = results.indicators
const facts = new Map(
  results.indicators.map(({ id }, index) => [
    id,
    { dataType: index === 0 ? ('proxy' as const) : null, status: 'new' as const },
  ]),
)

describe('narrowing down the results', () => {
  it('lets everything through at first', () => {
    expect(inPlace(results.indicators, EVERY_INDICATOR, facts)).toEqual(results.indicators)
    expect(ofPriority(results.indicators, EVERY_INDICATOR)).toEqual(results.indicators)
  })

  it('goes by section, data type, status and priority', () => {
    const only = (change: object) =>
      inPlace(results.indicators, { ...EVERY_INDICATOR, ...change }, facts)
    expect(only({ section: first && sectionOf(first) })).toHaveLength(6)
    expect(only({ section: 'Another' })).toEqual([])
    expect(only({ dataType: 'proxy' })).toEqual([first])
    expect(only({ status: 'existing' })).toEqual([])
    expect(ofPriority(others, { priority: null })).toEqual([])
    const kept = ofPriority(results.indicators, { priority: 'rethink' })
    expect(kept).toEqual(results.indicators.filter(({ priority }) => priority === 'rethink'))
  })

  it('leaves out what the framework knows nothing of where a fact is asked for', () => {
    const filter = { ...EVERY_INDICATOR, status: 'new' as const }
    expect(inPlace(results.indicators, filter, new Map())).toEqual([])
  })
})
