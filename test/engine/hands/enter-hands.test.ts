import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { enterHands, type HandsChoices } from '../../../engine/hands/enter-hands.ts'
import { listRooms, openRoom } from '../../../engine/hands/rooms.ts'
import { ratingProblemMessage } from '../../../shared/messages/data-entry/problems.ts'
import type { RatingProblem } from '../../../shared/model/data-entry.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { ownFolder, sampleRoom } from '../../helpers/sample-workbook.ts'

type Room = ReturnType<typeof sampleRoom>

async function enter(
  { workbook, workshop }: Room,
  lines: readonly string[],
  said: HandsChoices['said'] = {},
) {
  const path = `${ownFolder()}/hands.csv`
  writeFileSync(path, lines.join('\n'))
  const file = { path, name: 'hands.csv' }
  return await enterHands(readerWithin, workbook, file, { workshop, by: 'AB', said })
}

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
    const outcome = { lines: 2, hands: 23, unreadSheets: [] }
    expect(await enter(room, rows)).toEqual(outcome)
    const recorded = linesOf(room, 'ADCS')
    expect(recorded).toEqual([
      'A1 usefulness 0,1,2,3,4 1 0 of 12',
      'A1 usability 0,0,6,5,0 0 1 of 12',
    ])
    expect(await enter(room, rows)).toEqual(outcome)
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
    await expect(entering).rejects.toMatchObject({ code: 'RATINGS_FILE_REFUSED' })
  })
})
