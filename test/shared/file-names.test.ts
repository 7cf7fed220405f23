import { describe, expect, it } from 'vitest'
import { asFileName, isDeviceName } from '../../shared/file-names.ts'

describe('a name that Windows keeps for a device', () => {
  it.each([
    ...['con', 'NUL', 'Aux', 'prn', 'com1', 'COM9', 'lpt0', 'LPT9', 'com¹', 'conin$'],
    ...['con.sqlite', 'aux.csv.sqlite', 'nul .txt', 'C:\\books\\nul.sqlite', '/tmp/aux.csv'],
  ])('is known as one: %j', name => {
    expect(isDeviceName(name)).toBe(true)
  })

  it.each(['console', 'contact.csv', 'auxiliary', 'com10', 'my con', 'spring.con', 'nul-2.sqlite'])(
    'is not %j',
    name => {
      expect(isDeviceName(name)).toBe(false)
    },
  )
})

describe('a text as a file name', () => {
  it.each([
    ['Spring 2026', 'Spring 2026'],
    ['x:y.csv', 'x_y.csv'],
    ['Aux', 'Aux_'],
    ['con.csv', 'con_.csv'],
    ['aux.csv.sqlite', 'aux_.csv.sqlite'],
    ['ends in dots. . ', 'ends in dots'],
    ['a\u0000b', 'a_b'],
    [' .. ', ''],
  ])('of %j is %j, which is no device', (text, name) => {
    expect(asFileName(text, '_')).toBe(name)
    expect(isDeviceName(asFileName(text, '_'))).toBe(false)
  })
})
