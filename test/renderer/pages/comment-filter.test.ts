import { describe, expect, it } from 'vitest'
import { findComments, tagsOf } from '../../../renderer/pages/comments/comment-filter.ts'
import type { ListedComment } from '../../../shared/model/comments.ts'
import { indicatorText } from '../../helpers/sample-workbook.ts'

const INDICATORS = ['A1', 'A2'].map(code => ({ ...indicatorText(code), id: `id of ${code}` }))

const comment = (more: Partial<ListedComment>): ListedComment => ({
  rating: 'r',
  indicator: 'id of A1',
  criterion: 'usefulness',
  round: 1,
  group: 'ADCS',
  workshop: 'w',
  text: 'Too dear',
  tags: [],
  released: false,
  earlier: [],
  ...more,
})

const ANY = { words: '', tag: null, takenBack: false }

describe('the comments of the page', () => {
  it('stand under their indicators in the order of the framework, those no longer in it last', () => {
    const comments = ['id of nothing', 'id of A2', 'id of A1', 'id of A2'].map(indicator =>
      comment({ indicator }),
    )
    const found = findComments(comments, INDICATORS, ANY)
    expect(found.map(({ indicator, comments: list }) => [indicator?.code, list.length])).toEqual([
      ['A1', 1],
      ['A2', 2],
      [undefined, 1],
    ])
  })

  it('are found by what they say, their group, their tags, or their indicator’s code and title', () => {
    const comments = [comment({ tags: ['Cost'] })]
    for (const words of ['too DEAR', 'adcs', 'cost', 'a1', 'indicator a']) {
      expect(findComments(comments, INDICATORS, { ...ANY, words })).toHaveLength(1)
    }
    expect(findComments(comments, INDICATORS, { ...ANY, words: 'cheap' })).toEqual([])
    expect(findComments(comments, INDICATORS, { ...ANY, tag: 'Cost' })).toHaveLength(1)
    expect(findComments(comments, INDICATORS, { ...ANY, tag: 'Words' })).toEqual([])
    expect(tagsOf([...comments, comment({ tags: ['Cost', 'Age'] })])).toEqual(['Age', 'Cost'])
  })

  it('are shown when they were taken back only if that is asked for, and then found by what they said', () => {
    const earlier = [{ text: 'Why this?', recordedAt: '2026-03-09T09:00:00.000Z' }]
    const comments = [comment({ text: '', earlier })]
    expect(findComments(comments, INDICATORS, { ...ANY, words: 'why' })).toEqual([])
    const all = { ...ANY, words: 'why', takenBack: true }
    expect(findComments(comments, INDICATORS, all)).toHaveLength(1)
  })
})
