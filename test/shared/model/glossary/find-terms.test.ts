import { describe, expect, it } from 'vitest'
import { termFinder } from '../../../../shared/model/glossary/find-terms.ts'

const term = (name: string, ...forms: readonly string[]) => ({
  ...{ term: name, forms: [...forms], meaning: `what ${name} means`, plain: '' },
})

const find = termFinder([
  term('plan'),
  term('EHC plan', 'EHCP', 'education, health and care plan'),
  term('CIN', 'child in need', 'children in need'),
  term('AID'),
  term('C++'),
  term('照顧'),
  term('café'),
])

/** Texts with the words that are explained in brackets. */
const marked = (...texts: readonly string[]): readonly string[] =>
  find(texts).map(pieces =>
    pieces.map(piece => (piece.term ? `[${piece.text}]` : piece.text)).join(''),
  )

describe('the words of a text that are explained', () => {
  it.each([
    ['are whole words', 'Planning a plan for CINEMA', 'Planning a [plan] for CINEMA'],
    ['are the longest that fit', 'An EHC plan', 'An [EHC plan]'],
    [
      'may have an s, or belong to somebody',
      'EHCPs and CIN’s plans',
      '[EHCPs] and [CIN]’s [plans]',
    ],
    ['are in any case', 'Children  in need', '[Children  in need]'],
    ['are abbreviations in their own case', 'aid from AID by cin', 'aid from [AID] by cin'],
    ['may begin beside a hyphen and a sign', 'C++, pre-plan', '[C++], pre-[plan]'],
    ['need no spaces where a script has none', '兒童照顧計劃', '兒童[照顧]計劃'],
    ['may be written with loose accents', 'A cafe\u0301', 'A [café]'],
    ['may be none', 'Nothing of that', 'Nothing of that'],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toEqual([expected])
  })

  it('are marked where each is met first, in all texts together', () => {
    expect(marked('CIN, CIN', 'A child in need with a plan', 'plan')).toEqual([
      '[CIN], CIN',
      'A child in need with a [plan]',
      'plan',
    ])
  })

  it('are none without a glossary', () => {
    expect(termFinder([])(['CIN'])).toEqual([[{ text: 'CIN', term: null }]])
  })
})
