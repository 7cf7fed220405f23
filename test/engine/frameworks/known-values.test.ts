import { expect, it } from 'vitest'
import { knownDataType, knownStatus } from '../../../engine/frameworks/known-values.ts'

it.each([
  ['cross-sectional', 'cross-sectional'],
  ['Cross sectional', 'cross-sectional'],
  ['CROSS_SECTIONAL', 'cross-sectional'],
  ['Snapshot', 'cross-sectional'],
  ['longitudinal ', 'longitudinal'],
  ['Proxy measure', 'proxy'],
  ['User-feedback', 'user feedback'],
  ['Snapshot data', 'cross-sectional'],
  ['a longitudinal indicator', 'longitudinal'],
  ['feedback from users', 'user feedback'],
  ['survey - Bright Spots', 'user feedback'],
  ['proxy (of outcomes)', 'proxy'],
  ['proxy - survey', null],
  ['proxy (survey)', null],
  ['not proxy', null],
  ['administrative', null],
  ['constructor', null],
])('takes %j for the data type %j', (text, meaning) => {
  expect(knownDataType(text)).toBe(meaning)
})

it.each([
  ['Existing', 'existing'],
  ['collected today', 'existing'],
  ['NEW', 'new'],
  ['to be developed', 'new'],
  ['existing (national)', 'existing'],
  ['New – replaces A3', 'new'],
  ['new: existing', null],
  ['unclear', null],
])('takes %j for the status %j', (text, meaning) => {
  expect(knownStatus(text)).toBe(meaning)
})
