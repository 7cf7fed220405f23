import { describe, expect, it } from 'vitest'
import { recallPhrase } from '../../../engine/keys/phrases.ts'
import { createFromPackages, mergeInOneGo } from '../../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../../engine/packages/write/write-package.ts'
import { findParticipants } from '../../../engine/people/find.ts'
import { letJoin } from '../../../engine/people/join.ts'
import {
  findByRecallWords,
  firstWordFits,
  keepFirstWord,
  makeRecallWords,
} from '../../../engine/people/recall-words.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  ownFolder,
  program,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { unpack } from '../packages/changed-packages.ts'

const found = ({ store }: Workbook, words: string) =>
  findParticipants(store, words).map(({ id }) => id)

function roomWithTwo() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const one = letJoin(workbook, { workshop, group: 'ADCS' })
  const other = letJoin(workbook, { workshop, group: 'ADCS' })
  return { workbook, workshop, one, other }
}

async function packageOf(workbook: Workbook) {
  const path = `${ownFolder()}/out.workbook`
  await writePackage(readerWithin, workbook, {}, { path, name: 'out.workbook' })
  return { path, name: 'out.workbook' }
}

describe('the four words of a person', () => {
  it('are theirs alone: drawn at random, however they write them, and no one else’s', () => {
    const { workbook, one, other } = roomWithTwo()
    expect(one.words.split(' ')).toHaveLength(4)
    expect(one.words).not.toBe(other.words)
    expect(one.words).not.toBe(recallPhrase(one.id))
    expect(found(workbook, ` ${one.words.toUpperCase().replaceAll(' ', ', ')}. `)).toEqual([one.id])
    expect(found(workbook, other.words)).toEqual([other.id])
    expect(found(workbook, one.words.split(' ').toReversed().join(' '))).toEqual([])
  })

  it('cannot be computed from an id, as everyone with an export could before', () => {
    const { workbook, one } = roomWithTwo()
    expect(found(workbook, recallPhrase(one.id))).toEqual([])
  })

  it('are still computed for who came in before there was a secret', () => {
    const { workbook, workshop } = roomWithTwo()
    const earlier = sampleParticipant(workbook, workshop)
    expect(found(workbook, recallPhrase(earlier))).toEqual([earlier])
    const words = makeRecallWords(workbook, earlier)
    expect(found(workbook, recallPhrase(earlier))).toEqual([])
    expect(found(workbook, words)).toEqual([earlier])
  })

  it('are replaced when they are lost, and the lost ones are then good for nothing', () => {
    const { workbook, one } = roomWithTwo()
    const words = makeRecallWords(workbook, one.id)
    expect(found(workbook, one.words)).toEqual([])
    expect(found(workbook, words)).toEqual([one.id])
    expect(verifyWorkbook(workbook.store.file, program)).toMatchObject({ ok: true })
  })

  it('count only for whoever is asked about', () => {
    const { workbook, one, other } = roomWithTwo()
    expect(findByRecallWords(workbook.store, [one.id], one.words)).toBe(one.id)
    expect(findByRecallWords(workbook.store, [other.id], one.words)).toBeUndefined()
    expect(findByRecallWords(workbook.store, [one.id], 'no such words here')).toBeUndefined()
  })

  it('find a person on every laptop, and go with what the person said when they withdraw', async () => {
    const { workbook, one, other } = roomWithTwo()
    const first = await packageOf(workbook)
    const lines = unpack(workbook).records.join('')
    expect(lines).toContain('"kind":"recall-words"')
    for (const word of one.words.split(' ')) expect(lines).not.toContain(`"${word}`)
    const there = (
      await createFromPackages(readerWithin, `${ownFolder()}/there.sqlite`, [first], program)
    ).workbook
    expect(found(there, one.words)).toEqual([one.id])
    const words = makeRecallWords(there, other.id)
    await mergeInOneGo(readerWithin, workbook, [await packageOf(there)])
    expect(found(workbook, other.words)).toEqual([])
    expect(found(workbook, words)).toEqual([other.id])
    withdraw(workbook, one.id)
    await mergeInOneGo(readerWithin, there, [await packageOf(workbook)])
    for (const each of [workbook, there]) {
      expect(found(each, one.words)).toEqual([])
      const count = each.store
        .prepare<{ id: string }, { n: number }>(
          'SELECT count(*) AS n FROM recall_words WHERE participant = @id',
        )
        .get({ id: one.id })
      expect(count).toEqual({ n: 0 })
    }
    there.close()
  })
})

describe('the first of the four words', () => {
  it('fits for whoever is at this laptop, on this laptop alone', async () => {
    const { workbook, one, other } = roomWithTwo()
    const [first = ''] = one.words.split(' ')
    expect(firstWordFits(workbook.store, one.id, ` ${first.toUpperCase()}`)).toBe(true)
    expect(firstWordFits(workbook.store, one.id, 'nothing')).toBe(false)
    expect(firstWordFits(workbook.store, other.id, first)).toBe(other.words.startsWith(`${first} `))
    const setUp = [await packageOf(workbook)]
    const { workbook: there } = await createFromPackages(
      readerWithin,
      `${ownFolder()}/there.sqlite`,
      setUp,
      program,
    )
    expect(firstWordFits(there.store, one.id, first)).toBe(false)
    keepFirstWord(there, one.id, one.words)
    expect(firstWordFits(there.store, one.id, first)).toBe(true)
    there.close()
  })
})
