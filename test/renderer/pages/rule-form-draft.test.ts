import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fieldsOf,
  freshFields,
  nameFrom,
  readFields,
} from '../../../renderer/pages/rules/rule-form-draft.ts'
import { RULE_NAMES, RULES, testFor } from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'

const LENGTHS: readonly ScaleLength[] = [3, 4, 5, 6, 7, 9, 10]

describe('the form for a study’s own rule', () => {
  it('begins with a rule that only lacks a title, on every scale and for both families', () => {
    for (const levels of LENGTHS) {
      for (const kind of ['shares', 'median'] as const) {
        const fields = { ...freshFields(levels), kind }
        expect(readFields(fields, levels).problem).toBe('Give the rule a title in letters.')
        expect(readFields({ ...fields, title: 'Ours' }, levels).draft).toMatchObject({
          name: 'ours',
        })
      }
    }
  })

  it('shows every rule of the program as it is', () => {
    for (const levels of LENGTHS) {
      for (const name of RULE_NAMES) {
        const test = testFor(RULES[name], levels)
        if (!test) continue
        const { draft } = readFields(fieldsOf(RULES[name], levels), levels)
        expect(draft?.scales).toEqual([{ levels, test }])
      }
    }
  })

  it.each([
    ['a share that is none', { atLeastPercent: 'many' }, /whole percentages/],
    ['a share beyond all', { atLeastPercent: '101' }, /whole percentages/],
    ['an empty field', { high: '' }, /from 1 to 4 levels/],
    ['as many levels as there are', { high: '5' }, /from 1 to 4 levels/],
    ['shares that contradict', { atLeastPercent: '10', underPercent: '20' }, /lower share/],
    ['medians that cross', { kind: 'median', inFrom: '2', outUpTo: '3' }, /must lie below/],
    ['a median off the scale', { kind: 'median', inFrom: '6' }, /medians from 1 to 5/],
  ] as const)('says what is wrong with %s', (_what, change, words) => {
    const fields = { ...freshFields(5), title: 'Ours', ...change }
    const { draft, problem } = readFields(fields, 5)
    expect(draft).toBeNull()
    expect(problem).toMatch(words)
  })

  it('makes a name that the command line takes of any title, or none', () => {
    expect(nameFrom('Vier von fünf, jede Gruppe')).toBe('vier-von-funf-jede-gruppe')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), title => {
        expect(nameFrom(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      }),
    )
  })
})
