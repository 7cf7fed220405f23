import { describe, expect, it } from 'vitest'
import { type Drafts, draftName } from '../../../../renderer/rating/session/drafts.ts'
import {
  bySection,
  indicatorState,
  nextOpen,
  ratedCount,
} from '../../../../renderer/rating/session/progress.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import type { Answer } from '../../../../shared/model/rating.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

const indicator = (id: string, ...section: string[]): Indicator => ({
  ...indicatorText(id),
  ...(section.length > 0 && { section }),
  id,
})

const INDICATORS = ['a', 'b', 'c'].map(id => indicator(id))

const drafts = (...given: readonly [string, Criterion, Answer['kind']][]): Drafts =>
  new Map(
    given.map(([id, criterion, kind]) => {
      const answer: Answer = kind === 'level' ? { kind, level: 3 } : { kind }
      return [draftName({ indicator: id, criterion }), { answer, comment: 'words' }]
    }),
  )

const both = (id: string): [string, Criterion, Answer['kind']][] => [
  [id, 'usefulness', 'level'],
  [id, 'usability', 'not_applicable'],
]

describe('progress', () => {
  it('counts "I don’t know" and "doesn’t apply" as answers, and a comment alone as none', () => {
    expect(indicatorState('a', drafts(['a', 'usefulness', 'dont_know']))).toBe('partly')
    expect(indicatorState('a', drafts(...both('a')))).toBe('answered')
    expect(
      indicatorState('a', drafts(['a', 'usefulness', 'none'], ['a', 'usability', 'none'])),
    ).toBe('open')
  })

  it('counts indicators with both answers', () => {
    expect(ratedCount(INDICATORS, drafts(...both('b'), ['c', 'usefulness', 'level']))).toBe(1)
  })

  it('finds the next open indicator ahead, then from the start, then none', () => {
    const some = drafts(...both('b'), ...both('c'))
    expect(nextOpen(INDICATORS, drafts(...both('a')))).toBe(1)
    expect(nextOpen(INDICATORS, some, 1)).toBe(0)
    expect(nextOpen(INDICATORS, drafts(...both('a'), ...both('b'), ...both('c')))).toBeNull()
  })

  it('puts indicators under their section, where it first comes, with their positions', () => {
    const mixed = [indicator('a', 'A', 'A1'), indicator('b', 'B'), indicator('c', 'A', 'A1')]
    const groups = bySection(mixed).map(({ title, members }) => [
      title,
      members.map(({ position }) => position),
    ])
    expect(groups).toEqual([
      ['A › A1', [0, 2]],
      ['B', [1]],
    ])
  })
})
