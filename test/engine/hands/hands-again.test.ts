import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { checkHands, enterHands } from '../../../engine/hands/enter-hands.ts'
import { recordHands } from '../../../engine/hands/record-hands.ts'
import { standingLines } from '../../../engine/hands/standing-hands.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { appendHands } from '../../../engine/store/records/hands.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { NewHands } from '../../../shared/model/hands.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  ownFolder,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { unpacked } from '../exports/data-package/unpacked.ts'
import { exported } from '../exports/exported.ts'

const NOBODY = { counts: [0, 0, 0, 0, 0], dontKnow: 0, notApplicable: 0, present: 0 }
const HANDS = { dontKnow: 1, notApplicable: 0 }

/** A workbook with the hands of two groups in one workshop, in two wordings, and of one group in another. */
function shownRoom() {
  const workbook = sampleWorkbook(['A1', '=A2'])
  const workshop = sampleWorkshop(workbook)
  const indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
  const at = (index: number): string => indicators[index] ?? ''
  recordRating(workbook, rating(sampleParticipant(workbook, workshop), at(0), 4))
  const room = { workshop, round: 1, present: 12, by: 'AB', ...HANDS }
  const lines: readonly NewHands[] = [
    {
      ...{ ...room, group: 'Young people', indicator: at(0), criterion: 'usefulness' },
      ...{ counts: [0, 1, 2, 3, 4], wording: 'plain' },
    },
    {
      ...{ ...room, group: 'Young people', indicator: at(0), criterion: 'usability' },
      ...{ counts: [0, 0, 0, 0, 9], wording: 'title' },
    },
    {
      ...{ ...room, group: 'ADCS', indicator: at(1), criterion: 'usability', present: 3 },
      ...{ counts: [0, 0, 0, 0, 0], wording: 'title' },
    },
  ]
  for (const line of lines) recordHands(workbook, line)
  const elsewhere = sampleWorkshop(workbook)
  const [first] = lines
  if (first) recordHands(workbook, { ...first, workshop: elsewhere })
  return { workbook, workshop, lines }
}

/** The lines that stand in a workshop, without who keyed them in when. */
const standing = ({ store }: Workbook, workshop: string) =>
  standingLines(store, { workshops: [workshop] }).flatMap(({ sides }) =>
    sides
      .filter(({ present }) => present > 0)
      .map(({ id: _, by: __, recordedAt: ___, device: ____, ...said }) => said),
  )

const KINDS = ['the Excel file', 'the Excel file in Welsh', 'the csv of the data package'] as const

/** The exported table of hands as it is read back, a file as it was written. */
async function exportedHands(workbook: Workbook, kind: (typeof KINDS)[number]) {
  if (kind === 'the csv of the data package') {
    const path = join(await unpacked(workbook), 'data', 'hands.csv')
    return readSpreadsheet(readerWithin, path)
  }
  const path = join(ownFolder(), 'out.xlsx')
  const language = kind === 'the Excel file' ? 'en' : 'cy'
  writeFileSync(path, await exported(workbook, 'xlsx', { round: 1 }, language))
  return readSpreadsheet(readerWithin, path)
}

describe('the exported table of hands', () => {
  it.each(KINDS)('goes back in as it is, each line in its wording: %s', async kind => {
    const { workbook, workshop, lines } = shownRoom()
    const file = { workshop, reading: await exportedHands(workbook, kind), name: 'hands' }
    const before = standing(workbook, workshop)
    expect(before).toHaveLength(3)
    const counts = { lines: 3, hands: 22, changed: 0, elsewhere: 7 }
    expect(enterHands(workbook, file, {}, 'CD')).toMatchObject({ ...counts, unchanged: 3 })
    expect(standing(workbook, workshop)).toEqual(before)

    for (const line of lines) recordHands(workbook, { ...line, ...NOBODY })
    expect(standing(workbook, workshop)).toEqual([])
    expect(enterHands(workbook, file, {}, 'CD')).toMatchObject({ ...counts, unchanged: 0 })
    expect(standing(workbook, workshop)).toEqual(before)
  })

  it('names each line that two laptops counted differently, and takes neither', async () => {
    const { workbook, workshop } = shownRoom()
    const [line] = standingLines(workbook.store, { workshops: [workshop] })
    const [side] = line?.sides ?? []
    if (!side) throw new Error('No hands stand.')
    const id = '01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f'
    appendHands(workbook.store, { ...side, id, counts: [9, 0, 0, 0, 0] })
    const reading = await exportedHands(workbook, 'the csv of the data package')
    const outcome = checkHands(workbook, { workshop, reading, name: 'hands.csv' }, {})
    expect(outcome).toMatchObject({ counts: null, problemCount: 7 })
    const { problems } = 'problems' in outcome ? outcome : { problems: [] }
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['counted-twice']))
  })

  it('says which cells of it were changed to what does not fit', async () => {
    const { workbook, workshop } = shownRoom()
    const path = join(ownFolder(), 'hands.csv')
    const rows = [
      'indicator,criterion,group,round,answer,level,hands,present,wording',
      'A1,usefulness,ADCS,1,7,7,1,12,title',
      'A1,usefulness,ADCS,1,5,5,many,12,title',
      'A1,usefulness,ADCS,1,4,4,1,12,loud',
      'A1,usefulness,ADCS,1,3,3,13,12,title',
    ]
    writeFileSync(path, rows.join('\n'))
    const reading = await readSpreadsheet(readerWithin, path)
    const outcome = checkHands(workbook, { workshop, reading, name: 'hands.csv' }, {})
    const { problems } = 'problems' in outcome ? outcome : { problems: [] }
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'E2 unknown-answer',
      'G3 not-a-count',
      'I4 unknown-wording',
      'H5 hands-over-room',
    ])
  })
})
