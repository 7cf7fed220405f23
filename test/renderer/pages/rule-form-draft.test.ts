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

  it('reads a condition for stability, and shows one that is there', () => {
    const people = { kind: 'people', within: 1, atLeastPercent: 85 } as const
    const median = { kind: 'median', medianAtMost: 0.5, iqrAtMost: 1 } as const
    const [typed, changed] = [
      { stability: 'people', stayPercent: '85', within: '1' },
      { stability: 'median', medianAtMost: '0.5', iqrAtMost: '1' },
    ] as const
    for (const [fields, stability] of [
      [typed, people],
      [changed, median],
    ] as const) {
      const { draft } = readFields({ ...freshFields(7), title: 'Ours', ...fields }, 7)
      expect(draft?.scales[0]).toMatchObject({ stability })
      if (draft) expect(fieldsOf({ ...draft, version: 1 }, 7)).toMatchObject(fields)
    }
    expect(readFields({ ...freshFields(7), title: 'Ours' }, 7).draft?.scales[0]).not.toHaveProperty(
      'stability',
    )
  })

  it.each([
    [
      'stability of more than all',
      { stability: 'people', stayPercent: '101' },
      /percentage from 1/,
    ],
    ['moves as far as the scale', { stability: 'people', within: '4' }, /moves 4 levels or less/],
    ['a change that is none', { stability: 'median', medianAtMost: 'x' }, /changes of median/],
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
