import { describe, expect, it } from 'vitest'
import { optionsFor } from '../../../../renderer/pages/frameworks/versions/decision-text.ts'
import type { VersionQuestion } from '../../../../shared/model/framework.ts'

const candidate = (code: string, likeness: number) => ({
  indicator: `id of ${code}`,
  code,
  title: `Title of ${code}`,
  likeness,
  inUse: true,
})

const question: VersionQuestion = {
  code: 'B1',
  title: 'Children feel safe',
  reason: 'like another',
  candidates: [candidate('A1', 0.8), candidate('A2', 0.5)],
  suggested: { code: 'B1', means: 'same', indicator: 'id of A1' },
}

const labels = (asked: VersionQuestion) => optionsFor(asked).map(({ label }) => label)

describe('what a person can say of an indicator that may be known', () => {
  it('is that it is one of those, a part of the likest, or new; the suggestion is marked', () => {
    expect(labels(question)).toEqual([
      'It is the same as A1 (suggested)',
      'It is the same as A2',
      'It is a part of A1',
      'It is new',
    ])
  })

  it('always includes what is suggested', () => {
    const suggested = { code: 'B1', means: 'split' as const, indicator: 'id of A2' }
    expect(labels({ ...question, suggested })[0]).toBe('It is a part of A2 (suggested)')
  })

  it('says how much alike the titles are', () => {
    expect(optionsFor(question)[0]?.hint).toBe('Title of A1 (titles 80% alike)')
  })
})
