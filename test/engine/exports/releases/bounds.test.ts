import { describe, expect, it } from 'vitest'
import { attackCounts } from '../../../../engine/exports/releases/attack.ts'
import { type Sum, upperBounds } from '../../../../engine/exports/releases/bounds.ts'
import type { CountedQuestion } from '../../../../engine/exports/releases/counted.ts'
import { releaseTables } from '../../../../engine/exports/releases/release-tables.ts'
import { tellCounts } from '../../../../engine/exports/releases/told.ts'

const UNKNOWNS = 4

/** The bounds by trying every list of whole numbers that fits. */
function triedBounds(sums: readonly Sum[]): readonly number[] | null {
  const most = Math.max(...sums.map(({ is }) => is))
  const best = new Array<number>(UNKNOWNS).fill(-1)
  const numbers = new Array<number>(UNKNOWNS).fill(0)
  const tryFrom = (place: number): void => {
    if (place < UNKNOWNS) {
      for (let value = 0; value <= most; value++) {
        numbers[place] = value
        tryFrom(place + 1)
      }
      return
    }
    const fits = sums.every(
      ({ of, is }) => of.reduce((all, at) => all + (numbers[at] ?? 0), 0) === is,
    )
    if (fits) for (const [at, value] of numbers.entries()) best[at] = Math.max(best[at] ?? 0, value)
  }
  tryFrom(0)
  return best[0] === -1 ? null : best
}

describe('upper bounds of numbers of which sums are known', () => {
  it.each<readonly Sum[]>([
    [{ of: [0, 1, 2, 3], is: 9 }],
    [
      { of: [0, 1, 2, 3], is: 9 },
      { of: [0, 1], is: 6 },
    ],
    [
      { of: [0, 1, 2, 3], is: 9 },
      { of: [0], is: 3 },
      { of: [1, 2], is: 4 },
    ],
    [
      { of: [0, 1, 2, 3], is: 8 },
      { of: [0, 1], is: 5 },
      { of: [1, 2], is: 2 },
    ],
    [
      { of: [0, 1, 2, 3], is: 8 },
      { of: [0, 1, 2, 3], is: 7 },
    ],
    [
      { of: [0, 1, 2, 3], is: 7 },
      { of: [0, 1, 2], is: 7 },
      { of: [2, 3], is: 0 },
    ],
  ])('are those that trying every number finds: %j', (...sums) => {
    const each = Array.from({ length: UNKNOWNS }, (_, at) => [at])
    expect(upperBounds(UNKNOWNS, sums, each)).toEqual(triedBounds(sums))
  })

  it('do not exist for a number that is in no sum', () => {
    expect(upperBounds(2, [{ of: [0], is: 3 }], [[0], [1]])).toEqual([3, Number.POSITIVE_INFINITY])
  })
})

const question = (groups: Readonly<Record<string, number>>): CountedQuestion => ({
  ...{ round: 1, indicator: 'i', criterion: 'usefulness', kind: 'dontKnow' },
  groups: new Map(Object.entries(groups).map(([group, people]) => [group, [people]])),
})

const GROUPS = ['ADCS', 'DfE', 'Ofsted']
const ALONE = GROUPS.map(group => [group])

describe('an attack', () => {
  it('finds what a sabotaged suppression leaves: a group of three, told or to be subtracted', () => {
    const told = tellCounts([question({ ADCS: 8, DfE: 6, Ofsted: 3 })], { under: 1, parts: ALONE })
    const attacked = { told: { ...told, under: 5 }, earlier: [], groups: GROUPS }
    expect(attackCounts(attacked).findings).toMatchObject([{ found: 'group', people: 3 }])
    const [all] = told.questions
    const parts = {
      ...attacked.told,
      parts: [['ADCS', 'DfE']],
      questions: [{ ...all, parts: [[14]] }],
    }
    const subtracted = { ...attacked, told: parts } as typeof attacked
    expect(attackCounts(subtracted).findings).toMatchObject([{ found: 'group', people: 3 }])
  })

  it('finds one division of the groups beside another, and who came between two releases', () => {
    const tell = (
      groups: Readonly<Record<string, number>>,
      parts: readonly (readonly string[])[],
    ) => tellCounts([question(groups)], { under: 5, parts })
    const before = tell({ ADCS: 8, DfE: 6, Ofsted: 3 }, [['ADCS'], ['DfE', 'Ofsted']])
    const divided = tell({ ADCS: 8, DfE: 6, Ofsted: 3 }, [['ADCS', 'Ofsted'], ['DfE']])
    const beside = { told: divided, earlier: [before], groups: GROUPS }
    expect(attackCounts(beside).findings).toContainEqual({
      ...{ question: '1 i usefulness dontKnow', found: 'group', people: 3 },
    })
    const later = tell({ ADCS: 9, DfE: 6, Ofsted: 3 }, [['ADCS'], ['DfE', 'Ofsted']])
    const changed = attackCounts({ told: later, earlier: [before], groups: GROUPS })
    expect(changed.findings).toContainEqual({
      ...{ question: '1 i usefulness dontKnow', found: 'change', people: 1 },
    })
  })

  it('leaves nothing to be found in what is released', () => {
    const wanted = { groups: GROUPS, under: 5, earlier: [], byGroup: true }
    const questions = [question({ ADCS: 8, DfE: 6, Ofsted: 3 })]
    const { told, attack } = releaseTables({ ...wanted, questions })
    expect(attack.findings).toEqual([])
    expect(told.questions[0]).toMatchObject({ everyone: [17], parts: null })
  })
})
