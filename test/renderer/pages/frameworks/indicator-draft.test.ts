import { describe, expect, it } from 'vitest'
import {
  checkIndicator,
  draftOfIndicator,
  newIndicator,
} from '../../../../renderer/pages/frameworks/versions/indicator-draft.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

const indicator: Indicator = {
  ...indicatorText('A1', { section: ['A. Safety', 'A1. At home'], status: null }),
  id: 'a62113a5-5e85-858b-9787-461765c8545e',
}
const { id: _, ...text } = indicator

describe('an indicator as it is typed', () => {
  it('says what it said when nothing was changed', () => {
    expect(checkIndicator(draftOfIndicator(indicator), [])).toEqual({ text })
  })

  it('begins in the section and under the outcome of the last one', () => {
    expect(newIndicator(indicator)).toMatchObject({
      code: '',
      section: 'A. Safety > A1. At home',
      outcome: indicator.outcome,
      status: 'new',
    })
  })

  it('needs a code, a title and a section', () => {
    const draft = { ...draftOfIndicator(indicator), code: ' ', title: '', section: ' > ' }
    expect(checkIndicator(draft, [])).toEqual({
      errors: {
        code: 'Give the indicator a code.',
        title: 'Give the indicator a title.',
        section: 'Say which section it belongs to.',
      },
    })
  })

  it('needs a code that no other has, whatever its case and spaces', () => {
    const draft = { ...draftOfIndicator(indicator), code: 'a 1' }
    expect(checkIndicator(draft, [indicator])).toEqual({
      errors: { code: 'There is already an indicator A1. Choose another code.' },
    })
  })
})
