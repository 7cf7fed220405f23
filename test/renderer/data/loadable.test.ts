import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { LineLost } from '../../../renderer/data/host/page-host.ts'
import { problemOf } from '../../../renderer/data/loadable.ts'

test('says an error of the contract in the words that belong to its data', () => {
  const error = new ORPCError('LEVEL_OFF_SCALE', { data: { level: 6, lowest: 1, highest: 5 } })
  expect(problemOf(error)).toEqual({
    code: 'LEVEL_OFF_SCALE',
    message: '6 is not a level of this scale. Choose a level from 1 to 5.',
  })
})

test('tells a lost line from a refusal, as only then nobody knows whether it was done', () => {
  expect(problemOf(new LineLost()).code).toBe('LINE_LOST')
})

test('shows neither code nor stack of what nobody expected', () => {
  const { message } = problemOf(new TypeError('x is not a function'))
  expect(message).not.toMatch(/function|TypeError/)
})
