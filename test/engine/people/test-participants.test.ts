import { describe, expect, it } from 'vitest'
import { createFromPackages, mergeInOneGo } from '../../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../../engine/packages/write/write-package.ts'
import { markTest } from '../../../engine/people/test-participants.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { listRounds } from '../../../engine/rounds/rounds.ts'
import { countStandings, listProgress } from '../../../engine/rounds/standings.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { ownFolder, program } from '../../helpers/sample-workbook.ts'
import { exportedBook, ratedWorkbook, rowsOf } from '../exports/exported.ts'

const peopleIn = (workbook: Workbook) => consolidate(workbook, { round: 1 }).participants

async function packageOf(workbook: Workbook) {
  const path = `${ownFolder()}/out.workbook`
  await writePackage(readerWithin, workbook, {}, { path, name: 'out.workbook' })
  return { path, name: 'out.workbook' }
}

describe('a participant who is a test', () => {
  it('is kept and counts for nothing, until the mark is taken back', () => {
    const { workbook, spring, people } = ratedWorkbook()
    const [ada = ''] = people
    const before = [consolidate(workbook, { round: 1 }), getTotals(workbook.store)]
    const answered = listRounds(workbook.store, spring)[0]?.answered
    markTest(workbook, ada, true)
    markTest(workbook, ada, true)
    expect(peopleIn(workbook)).toBe(3)
    expect(getTotals(workbook.store)).toMatchObject({ participants: 3, ratingRecords: 6 })
    expect(listRounds(workbook.store, spring)[0]?.answered).toBe((answered ?? 0) - 1)
    const listed = listProgress(workbook.store, { workshop: spring })
    expect(listed.map(({ isTest }) => isTest)).toEqual([true, false, false])
    const counts = countStandings(workbook.store, { workshop: spring, round: 1 })
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(2)
    expect(verifyWorkbook(workbook.store.file, program)).toMatchObject({ ok: true })
    markTest(workbook, ada, false)
    expect([consolidate(workbook, { round: 1 }), getTotals(workbook.store)]).toEqual(before)
  })

  it('has a mark in the tables of participants and of ratings, and is in no other of an export', async () => {
    const { workbook, people } = ratedWorkbook()
    const [ada = ''] = people
    markTest(workbook, ada, true)
    const book = await exportedBook(workbook, { round: 1 })
    const marks = rowsOf(book, 'Participants').map(row => [row.participant_id, row.test])
    expect(marks).toEqual(people.map(id => [id, id === ada ? 'yes' : 'no']))
    const ofAda = rowsOf(book, 'Ratings').filter(row => row.participant_id === ada)
    expect([...new Set(ofAda.map(row => row.counts))]).toEqual(['test'])
    expect(rowsOf(book, 'Comments').map(row => row.participant_id)).not.toContain(ada)
  })

  it('is one on every laptop, and where two laptops say different things', async () => {
    const { workbook, people } = ratedWorkbook()
    const [ada = '', ben = ''] = people
    const { workbook: there } = await createFromPackages(
      readerWithin,
      `${ownFolder()}/there.sqlite`,
      [await packageOf(workbook)],
      program,
    )
    markTest(workbook, ada, true)
    await mergeInOneGo(readerWithin, there, [await packageOf(workbook)])
    expect(peopleIn(there)).toBe(3)
    markTest(workbook, ada, false)
    markTest(there, ben, true)
    await mergeInOneGo(readerWithin, there, [await packageOf(workbook)])
    await mergeInOneGo(readerWithin, workbook, [await packageOf(there)])
    expect([peopleIn(workbook), peopleIn(there)]).toEqual([3, 3])
    there.close()
  })
})
