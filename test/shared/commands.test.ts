import { expect, it } from 'vitest'
import { COMMANDS, isAvailable } from '../../shared/commands.ts'

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
