import { expect, it } from 'vitest'
import {
  COMMANDS,
  isAvailable,
  RATING_KEYS,
  ratingKeyOf,
  STAGE_KEYS,
  stageKeyOf,
} from '../../shared/commands.ts'

it('offers nothing that leads to other people’s ratings while a participant holds the laptop', () => {
  const offered = COMMANDS.filter(command => isAvailable(command, 'participant'))
  expect(offered.map(({ id }) => id)).toEqual([
    'quit',
    'zoom-in',
    'zoom-out',
    'zoom-reset',
    'full-screen',
  ])
})

it('offers the pages of a workbook only where one is open', () => {
  const results = COMMANDS.filter(({ id }) => id === 'results')
  expect(results.map(command => isAvailable(command, 'workbook'))).toEqual([true])
  expect(results.map(command => isAvailable(command, 'library'))).toEqual([false])
})

it('gives no two commands the same keys', () => {
  const keys = COMMANDS.flatMap(command => command.keys ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

it('takes a single key for rating, in either case, and none with Ctrl, Alt or Command', () => {
  const press = (key: string, held = {}) =>
    ratingKeyOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held })
  expect(['1', '9', '0', 'd', 'X', 'PageDown', 'F1'].map(key => press(key))).toEqual([
    'level',
    'level',
    'level',
    'dont-know',
    'not-applicable',
    'next',
    'help',
  ])
  expect(['Enter', 'a', 'F2'].map(key => press(key))).toEqual([null, null, null])
  expect(['ctrlKey', 'altKey', 'metaKey'].map(held => press('c', { [held]: true }))).toEqual([
    null,
    null,
    null,
  ])
})

it.each([
  ['rating', RATING_KEYS],
  ['showing', STAGE_KEYS],
])('gives no two things to do while %s the same key', (_, list) => {
  const keys = list.flatMap(({ keys }) => keys)
  expect(new Set(keys).size).toBe(keys.length)
})

it('takes what a presenter’s remote sends while an indicator is shown', () => {
  const press = (key: string, ctrlKey = false) =>
    stageKeyOf({ key, ctrlKey, altKey: false, metaKey: false })
  expect(['PageDown', 'PageUp', '.', 'B'].map(key => press(key))).toEqual([
    'next',
    'previous',
    'blank',
    'blank',
  ])
  expect([press('F5'), press('b', true)]).toEqual([null, null])
})
