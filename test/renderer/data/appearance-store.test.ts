import { expect, test } from 'vitest'
import { themeOf } from '../../../renderer/data/appearance-store.ts'

test('follows the laptop until the person chooses', () => {
  expect(themeOf('system', { isDark: true, wantsContrast: false })).toBe('dark')
  expect(themeOf('system', { isDark: false, wantsContrast: false })).toBe('light')
  expect(themeOf('light', { isDark: true, wantsContrast: true })).toBe('light')
})

test('gives strong contrast to a laptop that asks for it, dark or not', () => {
  expect(themeOf('system', { isDark: true, wantsContrast: true })).toBe('projector')
})
