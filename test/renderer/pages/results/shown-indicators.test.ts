import { describe, expect, it } from 'vitest'
import { EVERY_INDICATOR } from '../../../../renderer/data/results-store.ts'
import {
  countPriorities,
  disagreementOrder,
  findByName,
  inPlace,
  nameInAddress,
  ofPriority,
  priorityOrder,
  sectionOf,
} from '../../../../renderer/pages/results/shown-indicators.ts'
import {
  areFewAnswers,
  DISAGREEMENT_KINDS,
  ENOUGH_ANSWERS,
  PRIORITIES,
} from '../../../../shared/model/results.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
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
    expect(ofPriority(others, { priority: null })).toEqual(
      others.filter(({ criteria }) => CRITERIA.some(each => criteria[each].tooFew)),
    )
    const kept = ofPriority(results.indicators, { priority: 'rethink' })
    expect(kept).toEqual(results.indicators.filter(({ priority }) => priority === 'rethink'))
  })

  it('leaves out what the framework knows nothing of where a fact is asked for', () => {
    const filter = { ...EVERY_INDICATOR, status: 'new' as const }
    expect(inPlace(results.indicators, filter, new Map())).toEqual([])
  })
})

describe('counting priorities', () => {
  it('counts each in its order, and those without one last', () => {
    const indicators = (['rethink', 'keep', null, 'keep'] as const).map(priority => ({ priority }))
    expect(countPriorities(indicators)).toEqual([
      { priority: 'keep', count: 2 },
      { priority: 'make usable', count: 0 },
      { priority: 'make useful', count: 0 },
      { priority: 'rethink', count: 1 },
      { priority: null, count: 1 },
    ])
  })
})

describe('sorting by priority', () => {
  it('goes from what to keep to what to rethink, and leaves those without one out', () => {
    expect(PRIORITIES.map(priority => priorityOrder({ priority }))).toEqual([0, 1, 2, 3])
    expect(priorityOrder({ priority: null })).toBeNull()
  })
})

describe('sorting by how people differ', () => {
  it('begins with two camps and ends with agreement, whatever A is', () => {
    const orders = DISAGREEMENT_KINDS.map(kind => ({
      kind,
      least: disagreementOrder({ kind, agreementA: -1 }) ?? Number.NaN,
      most: disagreementOrder({ kind, agreementA: 1 }) ?? Number.NaN,
    })).toSorted((a, b) => a.least - b.least)
    expect(orders[0]?.kind).toBe('split')
    expect(orders.at(-1)?.kind).toBe('agreed')
    for (const [index, { most }] of orders.slice(0, -1).entries()) {
      expect(most).toBeLessThan(orders[index + 1]?.least ?? Number.NaN)
    }
  })

  it('knows no order where there are too few answers for a kind', () => {
    expect(disagreementOrder({ kind: null, agreementA: 1 })).toBeNull()
  })
})

describe('few answers', () => {
  it('are some, but not enough', () => {
    const ns = [0, 1, ENOUGH_ANSWERS - 1, ENOUGH_ANSWERS]
    expect(ns.map(n => areFewAnswers({ n }))).toEqual([false, true, true, false])
  })
})

const inUse = { id: 'id of the one in use', code: 'A1', retired: false, otherVersion: false }
const retired = { id: 'id of the retired one', code: 'A1', retired: true, otherVersion: false }
const ofAnother = {
  ...retired,
  id: 'id of the one in another version',
  retired: false,
  otherVersion: true,
}

describe('the address of the results of an indicator', () => {
  it('leads to each of two indicators that had one code', () => {
    const results = [retired, inUse]
    expect(findByName(results, nameInAddress(inUse))).toBe(inUse)
    expect(findByName(results, nameInAddress(retired))).toBe(retired)
  })

  it('leads to one that another version has under the same code', () => {
    expect(findByName([ofAnother, inUse], nameInAddress(ofAnother))).toBe(ofAnother)
    expect(findByName([ofAnother, inUse], nameInAddress(inUse))).toBe(inUse)
  })

  it('leads by its code to one that has been retired since', () => {
    expect(findByName([retired], 'A1')).toBe(retired)
  })

  it('leads nowhere for a name that no indicator has', () => {
    expect(findByName([inUse], 'B1')).toBeUndefined()
  })
})
