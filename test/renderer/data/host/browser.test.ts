import { expect, test } from 'vitest'
import { isPressOf } from '../../../../renderer/data/host/browser.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('takes Mod for Ctrl, and for Command on a Mac', () => {
  expect(isPressOf('Mod+1', press('1', { ctrlKey: true }), 'Win32')).toBe(true)
  expect(isPressOf('Mod+1', press('1', { metaKey: true }), 'MacIntel')).toBe(true)
  expect(isPressOf('Mod+1', press('1', { ctrlKey: true }), 'MacIntel')).toBe(false)
})

test('hears a letter with capitals locked', () => {
  expect(isPressOf('Mod+E', press('e', { ctrlKey: true }), 'Win32')).toBe(true)
  expect(isPressOf('Mod+E', press('E', { ctrlKey: true }), 'Win32')).toBe(true)
})

test('leaves typing alone, and keys with one more held down', () => {
  expect(isPressOf('Mod+E', press('e'), 'Win32')).toBe(false)
  expect(isPressOf('Mod+E', press('e', { ctrlKey: true, altKey: true }), 'Win32')).toBe(false)
  expect(isPressOf('Mod+E', press('e', { ctrlKey: true, shiftKey: true }), 'Win32')).toBe(false)
})

test('hears a key that needs no other', () => {
  expect(isPressOf('F1', press('F1'), 'Win32')).toBe(true)
})
