import { describe, expect, it } from 'vitest'
import { useVersion } from '../../../../engine/frameworks/versions/choose-version.ts'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../../engine/frameworks/versions/edit-indicator.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { retiredWord } from '../../../../shared/messages/exports.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate, ratedBySomeone } from '../laptops.ts'

/** A laptop that added an indicator of the code B1, which somebody rated. */
function adding(title: string): Workbook {
  const workbook = laptop()
  const someone = ratedBySomeone(workbook)
  const edit = { kind: 'add', text: indicatorText('B1', { title }), after: null } as const
  editIndicator(workbook, { edit, against: currentFramework(workbook.store).hash })
  const { hash, indicators } = currentFramework(workbook.store)
  rate(workbook, someone, 4, { indicator: indicators.at(-1)?.id ?? '', framework: hash })
  return workbook
}

/** The indicators in results, each with its standing and n. */
const listed = (workbook: Workbook) =>
  consolidate(workbook, { round: 1 })
    .indicators.filter(({ code }) => code === 'B1')
    .map(result => [result.title, retiredWord(result), result.criteria.usefulness.n])
    .toSorted()

describe('one code that two laptops gave to indicators of their own', () => {
  it('leaves neither retired, whichever version is used', async () => {
    const [leeds, hull] = [adding('Sleep'), adding('School')]
    const first = currentFramework(leeds.store).hash
    await merge(leeds, [await packageOf(hull)], { framework: 'theirs' })
    expect(listed(leeds)).toEqual([
      ['School', 'no', 1],
      ['Sleep', 'other version', 1],
    ])
    useVersion(leeds, first)
    expect(listed(leeds)).toEqual([
      ['School', 'other version', 1],
      ['Sleep', 'no', 1],
    ])
  })

  it('still has one retired that the version in use left out', async () => {
    const workbook = adding('Sleep')
    const { hash, indicators } = currentFramework(workbook.store)
    const edit = { kind: 'retire', indicator: indicators.at(-1)?.id ?? '' } as const
    editIndicator(workbook, { edit, against: hash })
    expect(listed(workbook)).toEqual([['Sleep', 'yes', 1]])
  })
})
