import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { readTold } from '../../../../engine/store/connection/told.ts'
import { endTurn } from '../../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../../engine/turns/turns.ts'
import { countMissing } from '../../../../engine/verify/missing-saves.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { withdraw } from '../../../../engine/withdrawal/withdraw.ts'
import { openLibrary } from '../../../../engine/workbooks/library.ts'
import { openWorkbook } from '../../../../engine/workbooks/open.ts'
import {
  ownFolder,
  program,
  sampleParticipant,
  sampleRoom,
} from '../../../helpers/sample-workbook.ts'

/** A workbook in whose open turn the first so many questions are answered. */
function roomWhereSomebodyRates(answers: number) {
  const room = sampleRoom()
  const { workbook, person, at } = room
  // What is there before anybody rates is in the file itself.
  workbook.store.checkpoint('truncate')
  const begun = beginTurn(workbook, { participant: person, round: 1 })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const named = { participant: person, turn: begun.turn }
  const answer = (index: number, level = 4) =>
    keepDraft(workbook, {
      ...named,
      draft: {
        part: 'answer',
        indicator: at(index),
        criterion: 'usefulness',
        wording: 'title',
        answer: { kind: 'level', level },
      },
    })
  workbook.store.checkpoint('truncate')
  for (let index = 0; index < answers; index++) answer(index)
  return { ...room, named, answer }
}

/** Copies a workbook as it lies there now, with these of the files beside it. */
function copyOf(file: string, ...endings: readonly string[]): string {
  const to = join(ownFolder(), basename(file))
  for (const ending of ['', ...endings]) {
    if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, `${to}${ending}`)
  }
  return to
}

const said = (file: string): readonly string[] =>
  verifyWorkbook(file, program)
    .checks.filter(({ ok }) => !ok)
    .map(({ detail }) => detail)

it('tells how many of the last answers a file lacks whose log was lost, by verify and where it is opened', () => {
  const { workbook, answer } = roomWhereSomebodyRates(2)
  answer(1, 5)
  const copy = copyOf(workbook.store.file, '-told')
  expect(said(copy)).toEqual(['The last 2 answers and words that were saved are missing here.'])
  const library = openLibrary(join(copy, '..'), program)
  try {
    const [first] = library.list().incomplete
    expect(first).toEqual({ workbook: workbook.id, title: 'Sample', missing: 2 })
  } finally {
    library.close()
  }
  // Whoever closed it has been told, and what is in the file is all there is.
  expect(said(copy)).toEqual([])
})

it('tells nothing of a file that has its log, is closed, or was copied alone', () => {
  const { workbook } = roomWhereSomebodyRates(2)
  const { file } = workbook.store
  expect(said(copyOf(file, '-told', '-wal'))).toEqual([])
  expect(said(copyOf(file))).toEqual([])
  workbook.close()
  expect(existsSync(`${file}-told`)).toBe(false)
  expect(said(file)).toEqual([])
})

it('tells nothing once a turn has ended, and nothing of somebody who withdrew', () => {
  const { workbook, named, person } = roomWhereSomebodyRates(2)
  const { store } = workbook
  endTurn(workbook, { ...named, how: 'hand-over' })
  store.checkpoint('truncate')
  expect(countMissing(store)).toBe(0)
  expect(said(copyOf(store.file, '-told'))).toEqual([])
  withdraw(workbook, person)
  expect(existsSync(`${store.file}-told`)).toBe(false)
})

it('goes on listing what others say after somebody withdrew', () => {
  const { workbook, workshop, answer } = roomWhereSomebodyRates(2)
  withdraw(workbook, sampleParticipant(workbook, workshop))
  answer(2)
  expect(readTold(workbook.store.file)).toHaveLength(1)
})

it('tells nothing by a list that is torn or was changed, and never by words', () => {
  const { workbook } = roomWhereSomebodyRates(3)
  const { file } = workbook.store
  const list = readFileSync(`${file}-told`, 'utf8')
  expect(list).not.toMatch(/level|comment|text/)
  const copy = copyOf(file, '-told')
  expect(readTold(copy)).toHaveLength(3)
  writeFileSync(`${copy}-told`, list.slice(0, 1_200))
  expect(readTold(copy)).toHaveLength(2)
  writeFileSync(`${copy}-told`, list.replaceAll('usefulness', 'usability'))
  expect(readTold(copy)).toEqual([])
  writeFileSync(`${copy}-told`, '\u0000'.repeat(512))
  expect(said(copy)).toEqual([])
})

it('begins anew with each opening, and keeps to its size', () => {
  const { workbook, answer } = roomWhereSomebodyRates(1)
  for (let count = 0; count < 300; count++) answer(count % 3, 1 + (count % 5))
  const { file } = workbook.store
  expect(readFileSync(`${file}-told`).length).toBe(128 * 512)
  expect(readTold(file)).toHaveLength(127)
  expect(countMissing(workbook.store)).toBe(0)
  workbook.close()
  const again = openWorkbook(file, program)
  expect(existsSync(`${file}-told`)).toBe(false)
  again.close()
})
