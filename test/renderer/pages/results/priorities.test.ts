import { describe, expect, it } from 'vitest'
import {
  countPriorities,
  disagreementOrder,
  priorityOrder,
} from '../../../../renderer/pages/results/priorities.ts'
import { areFewAnswers, ENOUGH_ANSWERS } from '../../../../shared/model/few-answers.ts'
import { DISAGREEMENT_KINDS, PRIORITIES } from '../../../../shared/model/results.ts'

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
