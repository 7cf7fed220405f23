import { expect, test } from 'vitest'
import { shownTheme } from '../../../renderer/data/appearance-store.ts'

test('follows the laptop until the person chooses', () => {
  expect(shownTheme('system', { isDark: true, wantsContrast: false })).toBe('dark')
  expect(shownTheme('system', { isDark: false, wantsContrast: false })).toBe('light')
  expect(shownTheme('light', { isDark: true, wantsContrast: true })).toBe('light')
})

test('gives strong contrast to a laptop that asks for it, dark or not', () => {
  expect(shownTheme('system', { isDark: true, wantsContrast: true })).toBe('projector')
})
