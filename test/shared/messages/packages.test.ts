import { expect, it } from 'vitest'
import { packageNoteMessage, packageRefusalMessage } from '../../../shared/messages/packages.ts'

it('says what is worth knowing of a merged package, one record or many', () => {
  const data = { ratings: 1, codes: ['A1'] }
  expect(packageNoteMessage({ code: 'unmatched-indicators', data })).toBe(
    '1 rating is of indicators that the framework version in use does not have (A1). They are kept, ' +
      'and shown with their own version.',
  )
  expect(packageNoteMessage({ code: 'same-id', data: { records: 3 } })).toMatch(/^3 records say /)
  expect(packageNoteMessage({ code: 'changed-key', data: { fingerprint: 'ab cd' } })).toContain(
    'signed with another key: ab cd.',
  )
})

it('says why a package is refused, with the detail where there is one', () => {
  const facts = { detail: '', supported: 3 }
  expect(packageRefusalMessage('newer', { ...facts, version: 4 })).toContain(
    'format 4; this one reads up to 3',
  )
  expect(packageRefusalMessage('damaged', facts)).toMatch(/^This package is damaged[.]/)
  expect(packageRefusalMessage('damaged', { ...facts, detail: 'no manifest' })).toMatch(
    /^This package is damaged \(no manifest\)[.]/,
  )
})
