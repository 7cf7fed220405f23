import { expect, it } from 'vitest'
import {
  ratingProblemMessage,
  ratingsRefusalMessage,
} from '../../../shared/messages/data-entry/problems.ts'

it('says why a row of keyed-in ratings does not fit', () => {
  const group = { text: 'Nobody', groups: ['ADCS', 'Ofsted'] }
  expect(ratingProblemMessage({ code: 'unknown-group', data: group })).toBe(
    'This workshop has no group called "Nobody". Its groups are ADCS, Ofsted.',
  )
  expect(ratingProblemMessage({ code: 'unknown-indicator', data: { text: '' } })).toBe(
    'This row has no indicator. Write the code of the indicator that was rated.',
  )
})

it('says which headings a file of keyed-in ratings needs', () => {
  expect(ratingsRefusalMessage('keyed-in.csv', { code: 'no-table' })).toBe(
    'keyed-in.csv has no table of ratings. It needs a row with the headings participant, group, ' +
      'indicator, criterion, round, answer, comment.',
  )
  expect(ratingsRefusalMessage('keyed-in.csv', { code: 'empty-file' })).toMatch(
    /^keyed-in.csv is empty/,
  )
})
