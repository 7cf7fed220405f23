import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listOpenConflicts } from '../../../engine/conflicts/list.ts'
import { resolveConflict } from '../../../engine/conflicts/resolve.ts'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { recallPhrase } from '../../../engine/keys/phrases.ts'
import { findParticipants } from '../../../engine/people/find.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { markPerson } from '../../../engine/rounds/mark-person.ts'
import { openSnapshot } from '../../../engine/store/connection/snapshot.ts'
import { countWithdrawnPeople } from '../../../engine/store/records/withdrawals.ts'
import { getAllParticipants } from '../../../engine/store/records/workshops.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import {
  previewWithdrawal,
  requireConfirmation,
  withdraw,
  withdrawParticipant,
} from '../../../engine/withdrawal/withdraw.ts'
import { correctParticipant } from '../../../engine/workshops/participants.ts'
import {
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'

const SECRET = 'Nobody should read this sentence again'

/** Three people who rated and wrote; the first one changed their mind. */
function ratedWorkbook() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const people = [0, 1, 2].map(() => sampleParticipant(workbook, workshop))
  const [first = '', second = '', third = ''] = people
  const [indicator] = consolidate(workbook, { round: 1 }).indicators
  if (!indicator) throw new Error('The sample has no indicators')
  for (const [index, person] of people.entries()) {
    recordRating(
      workbook,
      rating(person, indicator.id, index + 1, { comment: `${SECRET} ${index}` }),
    )
  }
  recordRating(workbook, rating(first, indicator.id, 5, { comment: `${SECRET} 0, or so` }))
  return { workbook, workshop, indicator: indicator.id, first, second, third }
}

/** The names of the files beside a workbook, its own included, that hold these bytes in some encoding. */
function filesWith(file: string, text: string): readonly string[] {
  const folder = dirname(file)
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder).filter(name => {
    const bytes = readFileSync(join(folder, name))
    return needles.some(needle => bytes.includes(needle))
  })
}

describe('a withdrawal', () => {
  it('says first what would go: how much, and nothing of what was said', () => {
    const { workbook, first } = ratedWorkbook()
    markPerson(workbook, { participant: first, round: 1, standing: 'finished' })
    const preview = previewWithdrawal(workbook.store, first)
    expect(preview.participants).toMatchObject([{ id: first, code: 'P01', group: 'ADCS' }])
    expect(preview.records).toEqual({
      ratings: 2,
      comments: 2,
      suggestions: 0,
      tags: 0,
      settlements: 0,
      standings: 1,
      descriptions: 1,
    })
    expect(JSON.stringify(preview)).not.toContain(SECRET)
  })

  it('takes the person’s every word out of the file and its log, and nobody else’s', () => {
    const { workbook, workshop, first, second } = ratedWorkbook()
    const { file } = workbook.store
    expect(filesWith(file, `${SECRET} 0`)).not.toEqual([])
    const receipt = withdraw(workbook, first)
    expect(receipt).toMatchObject({ participants: 1, backups: 0, clean: true })
    expect(receipt.records).toMatchObject({ ratings: 2, comments: 2 })
    expect(filesWith(file, `${SECRET} 0`)).toEqual([])
    expect(filesWith(file, `${SECRET} 1`)).toEqual([basename(file)])
    const left = getAllParticipants(workbook.store, workshop).map(({ id }) => id)
    expect(left).not.toContain(first)
    expect(left).toContain(second)
    expect(verifyWorkbook(file, program).ok).toBe(true)
  })

  it.each([
    ['overwritten', (bytes: Buffer) => bytes.fill(0x5a)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 20_000)],
  ])('is not done where a backup is %s, and says what to do about it', (_, damage) => {
    const { workbook, first } = ratedWorkbook()
    const { file } = workbook.store
    const [whole, damaged] = [`${file}.format-1.backup`, `${file}.format-2.backup`]
    for (const to of [whole, damaged]) workbook.store.prepare('VACUUM INTO @to').run({ to })
    writeFileSync(damaged, damage(readFileSync(damaged)))
    const before = readdirSync(dirname(file)).toSorted()
    expect(() => withdraw(workbook, first)).toThrow(
      /The backup .*format-2.backup is damaged.*delete that file/,
    )
    expect(readdirSync(dirname(file)).toSorted()).toEqual(before)
    expect(filesWith(file, `${SECRET} 0`)).toContain(basename(whole))
    rmSync(damaged)
    expect(withdraw(workbook, first)).toMatchObject({ backups: 1, clean: true })
    expect(filesWith(file, `${SECRET} 0`)).toEqual([])
  })

  it('is counted, and takes the person out of the results', () => {
    const { workbook, first } = ratedWorkbook()
    withdraw(workbook, first)
    const { participants, indicators } = consolidate(workbook, { round: 1 })
    expect(participants).toBe(2)
    expect(indicators[0]?.criteria.usefulness.counts).toMatchObject({ 2: 1, 3: 1, 5: 0 })
    expect(countWithdrawnPeople(workbook.store)).toBe(1)
  })

  it('goes with every participant that the person is linked to', () => {
    const { workbook, first, third } = ratedWorkbook()
    linkParticipants(workbook, { participant: third, other: first })
    expect(previewWithdrawal(workbook.store, first).participants).toHaveLength(2)
    expect(withdraw(workbook, first)).toMatchObject({ participants: 2, records: { ratings: 3 } })
    expect(filesWith(workbook.store.file, `${SECRET} 2`)).toEqual([])
    expect(countWithdrawnPeople(workbook.store)).toBe(2)
  })

  it('asks for the name or the four words of the person, and takes nothing else for it', () => {
    const { workbook, first } = ratedWorkbook()
    expect(() => requireConfirmation(workbook.store, first, 'P02')).toThrow(/Nothing was deleted/)
    expect(() => requireConfirmation(workbook.store, first, '')).toThrow(/Nothing was deleted/)
    requireConfirmation(workbook.store, first, ' p01 ')
    requireConfirmation(workbook.store, first, recallPhrase(first))
    expect(() => requireConfirmation(workbook.store, first, 'no such words here')).toThrow(
      /Nothing was deleted/,
    )
  })

  it('does not find someone who is gone, and refuses to erase them again', () => {
    const { workbook, first } = ratedWorkbook()
    withdraw(workbook, first)
    expect(findParticipants(workbook.store, recallPhrase(first))).toEqual([])
    expect(() => withdraw(workbook, first)).toThrow(/There is no participant/)
  })

  it('says when another reader keeps the log from being cut, and ends it when that is closed', () => {
    const { workbook, first } = ratedWorkbook()
    const { file } = workbook.store
    const snapshot = openSnapshot(file)
    expect(withdraw(workbook, first).clean).toBe(false)
    snapshot.close()
    workbook.close()
    expect(filesWith(file, `${SECRET} 0`)).toEqual([])
  })

  it('leaves nothing in an export that is made afterwards', async () => {
    const { workbook, first } = ratedWorkbook()
    withdraw(workbook, first)
    const path = join(dirname(workbook.store.file), 'ratings.csv')
    await writeExport(
      workbook,
      { format: 'csv', scope: { round: 1 } },
      { path, name: 'ratings.csv' },
    )
    expect(readFileSync(path, 'utf8')).toContain(`${SECRET} 1`)
    expect(filesWith(workbook.store.file, `${SECRET} 0`)).toEqual([])
  })
})

describe('finding a person', () => {
  it('goes by the code, in any case, or by the four words, however written', () => {
    const { workbook, first } = ratedWorkbook()
    const words = recallPhrase(first).toUpperCase().replaceAll(' ', ', ')
    for (const known of ['P01', 'p01', words]) {
      expect(findParticipants(workbook.store, known)).toMatchObject([{ id: first }])
    }
    expect(findParticipants(workbook.store, 'P99')).toEqual([])
  })

  it('finds everyone of a code that two laptops gave, unless the workshop is said', () => {
    const { workbook, first, second } = ratedWorkbook()
    const other = sampleWorkshop(workbook)
    const stranger = sampleParticipant(workbook, other)
    correctParticipant(workbook, { participant: stranger, code: 'P02', group: 'ADCS' })
    const found = findParticipants(workbook.store, 'P02').map(({ id }) => id)
    expect(found.toSorted()).toEqual([second, stranger].toSorted())
    expect(findParticipants(workbook.store, 'P02', other)).toMatchObject([{ id: stranger }])
    expect(first).not.toBe(stranger)
  })
})

describe('an older package, after one of two linked people withdrew', () => {
  for (const whose of ['was chosen', 'was set aside']) {
    it(`is taken where the answer of who withdrew ${whose}, and brings nothing of theirs back`, async () => {
      const team = laptop()
      const [chosen, setAside] = [ratedBySomeone(team, 1), ratedBySomeone(team, 5)]
      linkParticipants(team, { participant: chosen, other: setAside })
      const [conflict] = listOpenConflicts(team.store)
      const side = conflict?.sides.find(({ participant }) => participant === chosen)
      resolveConflict(team, side?.id ?? '')
      const older = await packageOf(team)
      withdrawParticipant(team, whose === 'was chosen' ? chosen : setAside)
      const { packages, totals, after } = await merge(team, [older])
      expect(packages.flatMap(({ problems }) => problems)).toEqual([])
      expect(totals).toMatchObject({ new: 0, rejected: 0 })
      expect(totals.withdrawn).toBeGreaterThan(0)
      expect(after).toMatchObject({ participants: 1, ratings: 1, conflicts: 0 })
    })
  }
})
