import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../../engine/frameworks/versions/edit-indicator.ts'
import { listVersions } from '../../../../engine/frameworks/versions/list-versions.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { IndicatorEdit } from '../../../../shared/model/framework.ts'
import {
  changeFramework,
  indicatorText,
  program,
  sampleWorkbook,
} from '../../../helpers/sample-workbook.ts'

const edit = (workbook: Workbook, wanted: IndicatorEdit) =>
  editIndicator(workbook, { edit: wanted, against: currentFramework(workbook.store).hash })

const codes = ({ store }: Workbook) => currentFramework(store).indicators.map(({ code }) => code)
const idOf = ({ store }: Workbook, code: string) =>
  currentFramework(store).indicators.find(each => each.code === code)?.id ?? ''

describe('changing one indicator during a workshop', () => {
  it('adds one after another, or at the end', () => {
    const workbook = sampleWorkbook()
    edit(workbook, { kind: 'add', text: indicatorText('B1'), after: idOf(workbook, 'A1') })
    edit(workbook, { kind: 'add', text: indicatorText('B2'), after: null })
    expect(codes(workbook)).toEqual(['A1', 'B1', 'A2', 'A3', 'B2'])
  })

  it('rewords one, which stays the same indicator', () => {
    const workbook = sampleWorkbook()
    const indicator = idOf(workbook, 'A2')
    const text = indicatorText('A2', { title: '  Better words ' })
    edit(workbook, { kind: 'reword', indicator, text })
    const [, second] = currentFramework(workbook.store).indicators
    expect(second).toMatchObject({ id: indicator, title: 'Better words' })
    expect(listVersions(workbook.store)[1]).toMatchObject({
      fileName: '',
      counts: { reworded: 1, unchanged: 2 },
    })
  })

  it('retires one, and the same words in a file bring it back', () => {
    const workbook = sampleWorkbook()
    const indicator = idOf(workbook, 'A2')
    edit(workbook, { kind: 'retire', indicator })
    expect(codes(workbook)).toEqual(['A1', 'A3'])
    changeFramework(
      workbook,
      ['A1', 'A2', 'A3'].map(code => indicatorText(code)),
    )
    expect(idOf(workbook, 'A2')).toBe(indicator)
  })

  it('makes the same version as a file with the same change', () => {
    const [one, other] = [sampleWorkbook(), sampleWorkbook()]
    const text = indicatorText('A2', { title: 'Indicator A2, reworded' })
    const typed = edit(one, { kind: 'reword', indicator: idOf(one, 'A2'), text })
    const loaded = changeFramework(other, [indicatorText('A1'), text, indicatorText('A3')])
    expect(typed).toEqual(loaded)
  })

  it('stores nothing where nothing is changed', () => {
    const workbook = sampleWorkbook()
    const indicator = idOf(workbook, 'A2')
    const { isNew } = edit(workbook, { kind: 'reword', indicator, text: indicatorText('A2') })
    expect(isNew).toBe(false)
    expect(listVersions(workbook.store)).toHaveLength(1)
  })

  it('leaves a sound workbook after many changes', () => {
    const workbook = sampleWorkbook()
    for (const code of ['B1', 'B2', 'B3']) {
      edit(workbook, { kind: 'add', text: indicatorText(code), after: null })
      edit(workbook, { kind: 'retire', indicator: idOf(workbook, code) })
    }
    expect(listVersions(workbook.store)).toHaveLength(7)
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('refuses a code that another has, the last indicator, and one that is not there', () => {
    const workbook = sampleWorkbook(['A1'])
    const indicator = idOf(workbook, 'A1')
    const refused = (code: string) => expect.objectContaining({ code })
    expect(() => edit(workbook, { kind: 'add', text: indicatorText('a 1'), after: null })).toThrow(
      refused('INDICATOR_CODE_TAKEN'),
    )
    expect(() => edit(workbook, { kind: 'retire', indicator })).toThrow(refused('LAST_INDICATOR'))
    expect(() =>
      edit(workbook, { kind: 'retire', indicator: '3270c2d8-89a4-83b3-bd98-81f64bd2efe3' }),
    ).toThrow(refused('UNKNOWN_INDICATOR'))
    expect(() =>
      editIndicator(workbook, { edit: { kind: 'retire', indicator }, against: '0'.repeat(64) }),
    ).toThrow(refused('FRAMEWORK_MOVED_ON'))
  })
})
