import { writeFileSync } from 'node:fs'
import { safe } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('files of ratings over the contract $name', ({ connect }) => {
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

  it('are checked without storing anything, and stored as they were checked', async () => {
    const room = await workshopOfExample()
    const sheet = file('d1.csv', 'indicator,usefulness,usability', 'CTX-01,4,2', 'CTX-02,,dk')
    const said = { participant: 'D1', group: 'ADCS' }
    const checked = await client().rating.checkFile({ ...room, file: sheet, said })
    const counts = {
      rows: 4,
      participants: { added: 1, known: 0 },
      ratings: { new: 3, missing: 1 },
    }
    expect(checked).toMatchObject({ file: 'd1.csv', problems: [], counts })
    const people = () => client().participant.list(room)
    expect(await people()).toEqual([])
    expect(await client().rating.loadFile({ ...room, file: sheet, said })).toMatchObject(counts)
    const [person] = await people()
    await lookAtAnswers(client(), room.workbook)
    const ratings = await client().rating.list({
      workbook: room.workbook,
      participant: person?.id ?? '',
    })
    expect(ratings).toHaveLength(3)
    expect(await client().rating.loadFile({ ...room, file: sheet, said })).toMatchObject({
      participants: { added: 0, known: 1 },
      ratings: { new: 0, unchanged: 3 },
    })
  })

  it('are refused with every problem of theirs, or as no table, and store nothing', async () => {
    const room = await workshopOfExample()
    const wrong = file('wrong.csv', 'participant,group,indicator,usefulness', 'D1,Nobody,CTX-99,9')
    const refused = await safe(client().rating.loadFile({ ...room, file: wrong }))
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
    expect(await client().rating.checkFile({ ...room, file: wrong })).toMatchObject({
      counts: null,
      problemCount: 3,
    })
    const prose = await safe(
      client().rating.loadFile({ ...room, file: file('prose.csv', 'Hello') }),
    )
    expect(prose).toMatchObject({ error: { code: 'RATINGS_FILE_REFUSED' } })
    expect(await client().participant.list(room)).toEqual([])
  })
})
