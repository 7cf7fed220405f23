import { describe, expect, it } from 'vitest'
import {
  roomVerdict,
  ruleWords,
  smallGroupWords,
  solidityWords,
} from '../../../shared/messages/rules.ts'
import { RULE_NAMES, RULES } from '../../../shared/model/rules.ts'

describe('a consensus rule in words', () => {
  it('says from its own thresholds what "in" and "out" take', () => {
    expect(ruleWords(RULES['percent-75'], 5)).toBe(
      'In: at least 75 % of the answers at levels 4 to 5 and under 15 % at levels 1 to 2. ' +
        'Out: at least 75 % of the answers at levels 1 to 2 and under 15 % at levels 4 to 5. ' +
        'Otherwise: no consensus. Fewer than 5 answers are too few for a verdict.',
    )
    expect(ruleWords(RULES.iqr, 9)).toContain(
      'a median of 7 or more, and an interquartile range of 2',
    )
    expect(ruleWords(RULES['comet-70-15-per-group'], 9)).toContain('Each stakeholder group')
  })

  it('says what is out by too few at the top, who must pass, and whom shares count', () => {
    const shares = {
      kind: 'shares',
      high: 3,
      low: 3,
      atLeastPercent: 70,
      underPercent: 15,
    } as const
    const test = { ...shares, each: 'both', outAtMostPercent: 50, withDontKnow: true } as const
    const rule = { name: 'own', version: 1, title: 'Own', source: '', atLeastAnswers: 5 }
    const words = ruleWords({ ...rule, scales: [{ levels: 9, test }] }, 9)
    expect(words).toContain('Out: no more than 50 % of the answers at levels 7 to 9.')
    expect(words).toContain('“I don’t know” counts among the answers.')
    expect(words).toContain('Everyone together and each stakeholder group that answered')
    expect(words).toContain('A group of fewer than 5 answers does not decide; it is named.')
  })

  it('names the groups that were too small to decide', () => {
    const groups = { ADCS: { n: 7 }, Ofsted: { n: 2 }, DfE: { n: 0 } }
    expect(smallGroupWords(groups, RULES['comet-70-15-per-group'], 9)).toBe(
      'Too few answered to decide: Ofsted (2).',
    )
    expect(smallGroupWords(groups, RULES['comet-70-15'], 9)).toBe('')
  })

  it('is different for every rule, and says so where a rule is not for a scale', () => {
    const words = RULE_NAMES.map(name => ruleWords(RULES[name], 9))
    expect(new Set(words).size).toBe(RULE_NAMES.length)
    expect(ruleWords(RULES.ram, 5)).toBe('This rule is not for a scale of 5 levels.')
  })
})

describe('how solid a verdict is, in words', () => {
  it('speaks of people', () => {
    expect(solidityWords(1)).toBe('One person changing their mind would change this.')
    expect(solidityWords(2)).toBe('Two people changing their mind would change this.')
    expect(solidityWords(12)).toBe('12 people changing their mind would change this.')
    expect(solidityWords(null)).toBe('No change of answers would change this.')
  })
})

describe('a verdict for a whole room', () => {
  const kinds = ['agreed', 'vague', 'split', 'groups differ', 'lone dissenter', null] as const
  const said = (['in', 'out', 'none'] as const).flatMap(verdict =>
    kinds.map(kind => roomVerdict('usability', verdict, kind)),
  )

  it('is one sentence, another one for whatever differs', () => {
    expect(said.filter(words => !/^[A-Z][^.]+[.]$/.test(words))).toEqual([])
    // Agreed, and not told apart, are both plain consensus.
    expect(new Set(said).size).toBe(said.length - 2)
  })

  it('never says that there is none where people agree', () => {
    expect(roomVerdict('usefulness', 'none', 'agreed')).toBe(
      'Answers are close together, yet too few are sure that it is useful, or that it is not.',
    )
    expect(roomVerdict('usability', 'in', 'lone dissenter')).toBe(
      'People agree that it is easy to use, all but one person.',
    )
  })
})
