import { expect, it } from 'vitest'
import { createChoices, DEFAULT_CHOICES } from '../../../../renderer/rating/session/choices.ts'
import { memoryStorage } from './memory-storage.ts'

it('keeps what a person chose over a reload, and nothing of it for the next person', () => {
  const storage = memoryStorage()
  createChoices(storage).setState({ goesOn: false })
  const again = createChoices(storage)
  expect(again.getState()).toEqual({ ...DEFAULT_CHOICES, goesOn: false })
  again.clear()
  expect(storage.length).toBe(0)
  expect(createChoices(storage).getState()).toEqual(DEFAULT_CHOICES)
})

it('begins with the usual choices where what was kept is none', () => {
  for (const kept of ['', 'no json', '[]', 'null', '{"goesOn":"never"}']) {
    const storage = memoryStorage()
    storage.setItem('framework-workbook-rating', kept)
    expect(createChoices(storage).getState()).toEqual(DEFAULT_CHOICES)
  }
})

it('begins for everybody as the laptop is set, and keeps that over the next person', () => {
  const storage = memoryStorage()
  const choices = createChoices(storage)
  choices.setSingleKeys(false)
  choices.setState({ usesKeys: true })
  expect(createChoices(storage).getState().usesKeys).toBe(true)
  choices.clear()
  expect(choices.getState()).toEqual({ ...DEFAULT_CHOICES, usesKeys: false })
  expect(createChoices(storage).getState().usesKeys).toBe(false)
  choices.setSingleKeys(true)
  expect(createChoices(storage).getState()).toEqual(DEFAULT_CHOICES)
})

it('keeps the language over a reload, for the thanks alone after the person has finished, and not for the next', () => {
  const storage = memoryStorage()
  const choices = createChoices(storage)
  choices.setState({ language: 'cy', goesOn: false })
  expect(createChoices(storage).getState().language).toBe('cy')
  choices.part()
  expect(choices.getState()).toEqual({ ...DEFAULT_CHOICES, language: 'cy' })
  expect(createChoices(storage).getState()).toEqual(DEFAULT_CHOICES)
  choices.clear()
  expect(choices.getState()).toEqual(DEFAULT_CHOICES)
})

it('knows no language that it has no words for', () => {
  const storage = memoryStorage()
  storage.setItem('framework-workbook-rating', JSON.stringify({ language: 'xx' }))
  expect(createChoices(storage).getState().language).toBe('en')
})
