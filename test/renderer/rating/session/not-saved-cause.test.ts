import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { LineLost, LineRefused } from '../../../../renderer/data/host/page-host.ts'
import { problemOf } from '../../../../renderer/data/loadable.ts'
import { notSavedCause } from '../../../../renderer/rating/session/not-saved-cause.ts'
import { notSavedWords } from '../../../../shared/messages/line.ts'

const full = new ORPCError('DISK_FULL', { data: { file: 'spring.sqlite' } })
const locked = new ORPCError('CANNOT_WRITE_FILE', { data: { file: 'a', detail: 'it is locked' } })
const offScale = new ORPCError('LEVEL_OFF_SCALE', { data: { level: 6, lowest: 1, highest: 5 } })

describe('the cause for which answers are not saved', () => {
  it.each([
    ['gone', new LineLost(), 'connected'],
    ['gone', full, 'lost'],
    ['stranger', new LineRefused(), 'connected'],
    ['stranger', new LineLost(), 'refused'],
    ['full', full, 'connected'],
    ['unwritable', locked, 'connected'],
    ['fault', new TypeError('x is not a function'), 'connected'],
    ['refused', offScale, 'connected'],
  ] as const)('is %s after %s, with the line %s', (cause, error, line) => {
    expect(notSavedCause(problemOf(error), line)).toBe(cause)
  })

  it('is that there is no answer yet, unless the line says more', () => {
    expect(notSavedCause(null, 'connected')).toBe('late')
    expect(notSavedCause(null, 'lost')).toBe('gone')
  })

  it('has words of its own each time, which say that the answers stay', () => {
    const causes = ['gone', 'late', 'full', 'unwritable', 'stranger', 'fault', 'refused'] as const
    const words = causes.map(cause => notSavedWords(cause, 'Choose a level from 1 to 5.'))
    expect(new Set(words).size).toBe(causes.length)
    for (const sentence of words) expect(sentence).toMatch(/stays? here/)
    expect(words.at(-1)).toContain('Choose a level from 1 to 5.')
  })
})
