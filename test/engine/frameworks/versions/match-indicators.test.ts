import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laterIndicatorId } from '../../../../engine/frameworks/versions/hash.ts'
import { likenessOf } from '../../../../engine/frameworks/versions/likeness.ts'
import {
  type KnownIndicator,
  type Matching,
  matchIndicators,
} from '../../../../engine/frameworks/versions/match-indicators.ts'
import type { IndicatorText } from '../../../../shared/model/framework.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

const known = (code: string, title: string, inUse = true): KnownIndicator => {
  const text = indicatorText(code, { title })
  return { ...text, id: laterIndicatorId('', text, 0), inUse }
}
const text = (code: string, title: string) => indicatorText(code, { title })

const SAFE = 'Children say that they feel safe at home'
const SCHOOL = 'Share of children in care who attend school'
const PLANS = 'Child protection plans that last two years or more'

const codesOf = ({ matches }: Matching) =>
  matches.map(({ text, same, splitFrom }) => [text.code, same?.code, splitFrom?.code])

describe('likeness of titles', () => {
  it('is that of their words: twice the shared ones over all', () => {
    expect(likenessOf('Children feel safe', 'Children feel well')).toBe(4 / 6)
    expect(likenessOf('Children feel safe', 'CHILDREN, feel safe!')).toBe(1)
    expect(likenessOf('care, care, care', 'care')).toBe(0.5)
    expect(likenessOf('Children feel safe', 'Ysgolion')).toBe(0)
    expect(likenessOf('%', '%')).toBe(1)
    expect(likenessOf('%', '#')).toBe(0)
  })
})

describe('matching a changed framework', () => {
  it('goes by code, whatever its case and spaces, and asks nothing', () => {
    const before = [known('A 1', SAFE), known('b2', SCHOOL)]
    const after = [text('a1', 'Children feel safe at home'), text('B\u00a02', SCHOOL)]
    const matching = matchIndicators(before, after)
    expect(matching.questions).toEqual([])
    expect(matching.matches.map(({ same }) => same?.id)).toEqual(before.map(({ id }) => id))
  })

  it('takes whatever is like nothing for new, and asks nothing', () => {
    const { questions, matches } = matchIndicators([known('A1', SAFE)], [text('B1', PLANS)])
    expect(questions).toEqual([])
    expect(matches[0]?.same).toBeNull()
  })

  it('asks whether one with another code and a like title is the same', () => {
    const before = [known('A1', SAFE), known('A2', SCHOOL)]
    const { questions } = matchIndicators(before, [text('Z9', 'Children feel safe at home')])
    expect(questions).toMatchObject([
      {
        code: 'Z9',
        reason: 'like another',
        candidates: [{ code: 'A1', inUse: true }],
        suggested: { means: 'same', indicator: before[0]?.id },
      },
    ])
  })

  it('asks about a code that now stands for something wholly different', () => {
    const before = [known('A1', SAFE)]
    const { questions } = matchIndicators(before, [text('A1', PLANS)])
    expect(questions).toMatchObject([
      { reason: 'code reused', candidates: [{ code: 'A1' }], suggested: { means: 'new' } },
    ])
  })

  it('asks about codes that were given anew, and suggests to follow the titles', () => {
    const before = [known('A1', SAFE), known('A2', SCHOOL)]
    const matching = matchIndicators(before, [text('A1', SCHOOL), text('A2', SAFE)])
    expect(matching.questions.map(({ reason }) => reason)).toEqual(['code reused', 'code reused'])
    expect(codesOf(matching)).toEqual([
      ['A1', 'A2', undefined],
      ['A2', 'A1', undefined],
    ])
  })

  it('suggests a split where two are like one, and once one is said to be a part', () => {
    const before = [known('A1', 'Children are safe and well at home and at school')]
    const after = [
      text('A1a', 'Children are safe and well at home'),
      text('A1b', 'Children are safe and well at school'),
    ]
    const matching = matchIndicators(before, after)
    expect(codesOf(matching)).toEqual([
      ['A1a', undefined, 'A1'],
      ['A1b', undefined, 'A1'],
    ])
    const part = { code: 'A1a', means: 'split' as const, indicator: before[0]?.id ?? '' }
    expect(matchIndicators(before, after, [part]).questions).toMatchObject([
      { code: 'A1b', suggested: { means: 'split' } },
    ])
  })

  it('does as a person decided, and asks no more about it', () => {
    const before = [known('A1', SAFE), known('A2', SCHOOL)]
    const [, second] = before
    const after = [text('A1', SAFE), text('A2', SCHOOL)]
    const decisions = [
      { code: 'A1', means: 'same' as const, indicator: second?.id ?? '' },
      { code: ' a2', means: 'new' as const },
    ]
    const matching = matchIndicators(before, after, decisions)
    expect(matching.questions).toEqual([])
    expect(codesOf(matching)).toEqual([
      ['A1', 'A2', undefined],
      ['A2', undefined, undefined],
    ])
  })

  it('never takes two for one, even where a person said so', () => {
    const before = [known('A1', SAFE)]
    const same = (code: string) => ({
      code,
      means: 'same' as const,
      indicator: before[0]?.id ?? '',
    })
    const after = [text('B1', SAFE), text('B2', SAFE)]
    expect(codesOf(matchIndicators(before, after, [same('B1'), same('B2')]))).toEqual([
      ['B1', 'A1', undefined],
      ['B2', undefined, undefined],
    ])
  })

  it('knows a retired one again by its code and a like title, and not by its code alone', () => {
    const retired = known('A1', SAFE, false)
    expect(matchIndicators([retired], [text('A1', SAFE)]).matches[0]?.same).toEqual(retired)
    expect(matchIndicators([retired], [text('A1', PLANS)])).toMatchObject({
      matches: [{ same: null }],
      questions: [],
    })
  })

  const titles = fc.constantFrom(SAFE, SCHOOL, PLANS, 'Children feel safe', 'Plans', 'School')
  const list = fc.uniqueArray(fc.record({ code: fc.integer({ min: 0, max: 12 }), title: titles }), {
    selector: ({ code }) => code,
    maxLength: 10,
  })

  it('finds each known indicator at most once, and is settled by its own suggestions', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const there = before.map(({ code, title }) => known(`${code}`, title))
        const texts = after.map(({ code, title }) => text(`${code}`, title))
        const first = matchIndicators(there, texts)
        const ids = first.matches.flatMap(({ same }) => same?.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        const decisions = first.questions.map(({ suggested }) => suggested)
        const second = matchIndicators(there, texts, decisions)
        expect(second.questions).toEqual([])
        expect(second.matches).toEqual(first.matches)
      }),
    )
  })

  it.runIf(isLongRun)(
    'finds all of a framework of 5,000 again though every code is another',
    () => {
      const word = (index: number) => `word${index % 997}`
      const title = (index: number) =>
        `The share of children who ${word(index)} ${word(index * 7)} in the year`
      const before = Array.from({ length: 5_000 }, (_, index) => known(`A${index}`, title(index)))
      const after: IndicatorText[] = before.map(({ title }, index) => text(`B${index}`, title))
      // Comparing each with each would take longer than a test may.
      const { matches } = matchIndicators(before, after)
      expect(matches.filter(({ same }) => same !== null)).toHaveLength(5_000)
    },
  )
})
