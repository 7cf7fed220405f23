import { writeFileSync } from 'node:fs'
import { safe } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('files over the contract $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  const client = () => connection.client

  const file = (name: string, ...lines: readonly string[]): string => {
    const path = connection.engine.folder.file(name)
    writeFileSync(path, lines.join('\n'))
    return connection.engine.permits.grant({ path, name })
  }

  async function workshopOfExample() {
    const about = { title: 'Files', scale: 5, madeUp: false } as const
    const { id: workbook } = await client().library.createExample(about)
    const day = { title: 'Day', date: '2026-03-09', venue: '', groups: ['ADCS'] }
    const { id: workshop } = await client().workshop.add({ workbook, ...day })
    return { workbook, workshop }
  }

  it('of ratings are checked without storing anything, and stored as they were checked', async () => {
    const room = await workshopOfExample()
    const sheet = file('d1.csv', 'indicator,usefulness,usability', 'CTX-01,4,2', 'CTX-02,,dk')
    const files = [{ file: sheet, said: { participant: 'D1', group: 'ADCS' } }]
    const checked = await client().rating.checkFiles({ ...room, files })
    const counts = {
      rows: 4,
      participants: { added: 1, known: 0 },
      ratings: { new: 3, missing: 1 },
    }
    expect(checked).toMatchObject({
      files: [{ file: 'd1.csv', problems: [], counts }],
      together: counts,
      inSeveral: [],
    })
    const people = () => client().participant.list(room)
    expect(await people()).toEqual([])
    expect(await client().rating.loadFiles({ ...room, files })).toMatchObject(counts)
    const [person] = await people()
    await lookAtAnswers(client(), room.workbook)
    const ratings = await client().rating.list({
      workbook: room.workbook,
      participant: person?.id ?? '',
    })
    expect(ratings).toHaveLength(3)
    expect(await client().rating.loadFiles({ ...room, files })).toMatchObject({
      participants: { added: 0, known: 1 },
      ratings: { new: 0, unchanged: 3 },
    })
  })

  it('of ratings are refused with every problem of theirs, or as no table, and store nothing', async () => {
    const room = await workshopOfExample()
    const wrong = file('wrong.csv', 'participant,group,indicator,usefulness', 'D1,Nobody,CTX-99,9')
    const refused = await safe(client().rating.loadFiles({ ...room, files: [{ file: wrong }] }))
    expect(refused).toMatchObject({
      isDefined: true,
      error: {
        code: 'RATINGS_REFUSED',
        data: {
          problems: [
            { cell: 'B2', code: 'unknown-group' },
            { cell: 'C2', code: 'unknown-indicator' },
            { cell: 'D2', code: 'unknown-answer' },
          ],
        },
      },
    })
    expect(await client().rating.checkFiles({ ...room, files: [{ file: wrong }] })).toMatchObject({
      files: [{ counts: null, problemCount: 3 }],
      together: null,
    })
    const prose = await safe(
      client().rating.loadFiles({ ...room, files: [{ file: file('prose.csv', 'Hello') }] }),
    )
    expect(prose).toMatchObject({ error: { code: 'RATINGS_FILE_REFUSED' } })
    expect(await client().participant.list(room)).toEqual([])
  })

  it('of ratings are checked together and stored in one go, or none of them', async () => {
    const room = await workshopOfExample()
    const said = { participant: 'D1', group: 'ADCS' }
    const first = { file: file('a.csv', 'indicator,usefulness', 'CTX-01,4'), said }
    const second = { file: file('b.csv', 'indicator,usability', 'CTX-01,2'), said }
    const wrong = { file: file('c.csv', 'indicator,usefulness', 'CTX-99,2'), said }
    const files = [first, wrong, second]
    const {
      files: each,
      together,
      inSeveral,
    } = await client().rating.checkFiles({ ...room, files })
    expect(each).toMatchObject([{ counts: { rows: 1 } }, { counts: null }, { counts: { rows: 1 } }])
    expect(together).toMatchObject({ rows: 2, participants: { added: 1 } })
    expect(inSeveral).toEqual([{ participant: 'D1', files: ['a.csv', 'b.csv'] }])
    expect(await safe(client().rating.loadFiles({ ...room, files }))).toMatchObject({
      error: { code: 'RATINGS_REFUSED', data: { file: 'c.csv' } },
    })
    expect(await client().participant.list(room)).toEqual([])
    expect(await client().rating.loadFiles({ ...room, files: [first, second] })).toEqual(together)
    expect(await client().participant.list(room)).toHaveLength(1)
  })

  const HANDS = 'indicator,criterion,group,present,1,2,3,4,5,?'

  it('of hands are checked without recording anything, and recorded as they were checked', async () => {
    const room = await workshopOfExample()
    const counted = { ...room, file: file('hands.csv', HANDS, 'CTX-01,useful,ADCS,12,0,1,2,3,4,1') }
    const counts = { lines: 1, hands: 11, changed: 0, unchanged: 0 }
    expect(await client().hands.checkFile(counted)).toMatchObject({
      ...{ file: 'hands.csv', problems: [], counts },
      lines: [{ indicator: 'CTX-01', counts: [0, 1, 2, 3, 4], dontKnow: 1, present: 12 }],
    })
    expect(await client().hands.list(room)).toEqual([])
    expect(await client().hands.loadFile({ ...counted, by: 'AB' })).toMatchObject(counts)
    expect(await client().hands.list(room)).toMatchObject([
      { group: 'ADCS', round: 1, lines: 1, conflicts: 0, present: 12, by: ['AB'] },
    ])
    const { lines } = await client().hands.open({ ...room, group: 'ADCS', round: 1 })
    expect(lines.flatMap(({ standing }) => standing)).toMatchObject([{ by: 'AB', present: 12 }])
  })

  it('of hands are refused with every problem of theirs, or as no table, and record nothing', async () => {
    const room = await workshopOfExample()
    const wrong = file('wrong.csv', HANDS, 'CTX-99,useful,Nobody,3,9,,,,,')
    expect(await safe(client().hands.loadFile({ ...room, file: wrong, by: 'AB' }))).toMatchObject({
      isDefined: true,
      error: {
        code: 'RATINGS_REFUSED',
        data: {
          problems: [
            { cell: 'C2', code: 'unknown-group' },
            { cell: 'A2', code: 'unknown-indicator' },
          ],
        },
      },
    })
    const prose = { ...room, file: file('prose.csv', 'Hello'), by: 'AB' }
    expect(await safe(client().hands.loadFile(prose))).toMatchObject({
      error: { code: 'HANDS_FILE_REFUSED' },
    })
    // What a file leaves open is said beside it, and who keyed it in has to be.
    const short = file('short.csv', 'indicator,criterion,1,2,3,4,5', 'CTX-01,useful,0,0,0,0,3')
    const said = { group: 'ADCS', present: '12' }
    expect(
      await safe(client().hands.loadFile({ ...room, file: short, said, by: '' })),
    ).toMatchObject({
      isSuccess: false,
    })
    expect(await client().hands.list(room)).toEqual([])
    expect(await client().hands.loadFile({ ...room, file: short, said, by: 'AB' })).toMatchObject({
      ...{ lines: 1, hands: 3 },
    })
  })
})
