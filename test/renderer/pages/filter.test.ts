import { expect, test } from 'vitest'
import { isNarrowed, NO_FILTER, passes } from '../../../renderer/pages/framework/filter.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { indicatorText } from '../../helpers/sample-workbook.ts'

const rate: Indicator = {
  ...indicatorText('CTX-01', {
    title: 'Rate of referrals',
    easyRead: 'How often do people ask for help?',
    dataType: 'longitudinal',
    status: null,
  }),
  id: 'CTX-01',
}

test('lets everything through when nothing is asked', () => {
  expect(passes(rate, NO_FILTER)).toBe(true)
  expect(isNarrowed(NO_FILTER)).toBe(false)
})

test('finds each word of a search anywhere, in any order and case', () => {
  expect(passes(rate, { ...NO_FILTER, search: 'HELP ctx-01 referrals' })).toBe(true)
  expect(passes(rate, { ...NO_FILTER, search: 'referrals housing' })).toBe(false)
})

test('takes a search of blanks for none', () => {
  expect(passes(rate, { ...NO_FILTER, search: '  ' })).toBe(true)
  expect(isNarrowed({ ...NO_FILTER, search: '  ' })).toBe(false)
})

test('filters by data type, and leaves out what has no status when one is asked for', () => {
  expect(passes(rate, { ...NO_FILTER, dataType: 'longitudinal' })).toBe(true)
  expect(passes(rate, { ...NO_FILTER, dataType: 'proxy' })).toBe(false)
  expect(passes(rate, { ...NO_FILTER, status: 'existing' })).toBe(false)
})
