import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { checkHands, enterHands } from '../../../engine/hands/enter-hands.ts'
import { listRooms, openRoom } from '../../../engine/hands/rooms.ts'
import { ratingProblemMessage } from '../../../shared/messages/data-entry/problems.ts'
import type { RatingProblem } from '../../../shared/model/data-entry.ts'
import type { HandsChoices } from '../../../shared/model/hands.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { ownFolder, sampleRoom } from '../../helpers/sample-workbook.ts'

type Room = ReturnType<typeof sampleRoom>

/** A file of these lines as it was read for the workshop. */
async function fileOf({ workshop }: Room, lines: readonly string[]) {
  const path = `${ownFolder()}/hands.csv`
  writeFileSync(path, lines.join('\n'))
  return { workshop, reading: await readSpreadsheet(readerWithin, path), name: 'hands.csv' }
}

const enter = async (
  room: Room,
  lines: readonly string[],
  said: NonNullable<HandsChoices['said']> = {},
) => enterHands(room.workbook, await fileOf(room, lines), { said }, 'AB')

const HEADINGS = 'indicator,criterion,group,present,1,2,3,4 - Useful,5,dont_know,n/a'

const linesOf = ({ workbook, workshop }: Room, group: string) =>
  openRoom(workbook, { workshop, group, round: 1 }).lines.flatMap(
    ({ code, criterion, standing: [first] }) =>
      first
        ? [
            `${code} ${criterion} ${first.counts} ${first.dontKnow} ${first.notApplicable} of ${first.present}`,
          ]
        : [],
  )

describe('a file of hands', () => {
  it('is recorded with a row for each line and a column for each answer, once however often it is entered', async () => {
    const room = sampleRoom()
    const rows = [
      'Counted on Monday',
      HEADINGS,
      'A1,useful,ADCS,12,0,1,2,3,4,1,',
      'A1,usability,adcs,12,,,6,5,,,1',
      'A2,usefulness,ADCS,12,,,,,,,',
    ]
    const outcome = { lines: 2, hands: 23, changed: 0, elsewhere: 0, unreadSheets: [] }
    expect(await enter(room, rows)).toEqual({ ...outcome, unchanged: 0 })
    const recorded = linesOf(room, 'ADCS')
    expect(recorded).toEqual([
      'A1 usefulness 0,1,2,3,4 1 0 of 12',
      'A1 usability 0,0,6,5,0 0 1 of 12',
    ])
    expect(await enter(room, rows)).toEqual({ ...outcome, unchanged: 2 })
    expect(linesOf(room, 'ADCS')).toEqual(recorded)
  })

  it('may leave to all rows together what none of them says', async () => {
    const room = sampleRoom()
    const said = { group: 'Young people', present: '9', criterion: 'usefulness' }
    await enter(room, ['indicator,Very useful,Useful', 'A1,4,5'], said)
    expect(linesOf(room, 'Young people')).toEqual(['A1 usefulness 0,0,0,5,4 0 0 of 9'])
  })

  it('is refused with each cell that does not fit, and records nothing', async () => {
    const room = sampleRoom()
    const rows = [
      HEADINGS,
      'A9,useful,Nobody,12,1,,,,,,',
      'A1,useful,ADCS,3,2,2,,,,,',
      'A1,usability,ADCS,,some,,,,,,',
      'A2,useful,ADCS,3,1,,,,,,',
      'A2,useful,ADCS,3,2,,,,,,',
    ]
    const fault: unknown = await enter(room, rows).catch(error => error)
    const { problems } = (fault as { data: { problems: RatingProblem[] } }).data
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'C2 unknown-group',
      'A2 unknown-indicator',
      'D3 hands-over-room',
      'D4 no-present',
      'E4 not-a-count',
      'A6 counted-twice',
    ])
    expect(problems.map(ratingProblemMessage)).toContain(
      '4 hands were counted, and only 3 people were in the room.',
    )
    expect(listRooms(room.workbook.store, room.workshop)).toEqual([])
  })

  it('is refused where it is a table of something else', async () => {
    const entering = enter(sampleRoom(), ['indicator,answer', 'A1,4'])
    await expect(entering).rejects.toMatchObject({
      code: 'HANDS_FILE_REFUSED',
      message: expect.stringContaining('has no table of hands'),
    })
  })

  it('is checked with what it would change, and recorded only when it is entered', async () => {
    const room = sampleRoom()
    await enter(room, [HEADINGS, 'A1,useful,ADCS,12,0,1,2,3,4,1,', 'A2,useful,ADCS,12,1,,,,,,'])
    const rows = [
      HEADINGS,
      'A1,useful,ADCS,12,0,1,2,3,5,1,',
      'A2,useful,ADCS,12,1,,,,,,',
      'A3,useful,ADCS,12,2,,,,,,',
    ]
    const before = linesOf(room, 'ADCS')
    expect(checkHands(room.workbook, await fileOf(room, rows), {})).toMatchObject({
      ...{ file: 'hands.csv', problems: [] },
      counts: { lines: 3, hands: 15, changed: 1, unchanged: 1 },
      lines: [
        { row: 2, indicator: 'A1', isChange: true },
        { indicator: 'A2', isChange: false },
        { indicator: 'A3', isChange: false },
      ],
    })
    expect(linesOf(room, 'ADCS')).toEqual(before)
    const wrong = [HEADINGS, 'A1,useful,ADCS,3,2,2,,,,,']
    expect(checkHands(room.workbook, await fileOf(room, wrong), {})).toMatchObject({
      ...{ problemCount: 1, counts: null },
      problems: [{ code: 'hands-over-room', cell: 'D2' }],
    })
  })
})
