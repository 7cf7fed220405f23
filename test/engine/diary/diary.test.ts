import { describe, expect, it } from 'vitest'
import { reopenBatch } from '../../../engine/conflicts/resolve.ts'
import { readDiary } from '../../../engine/diary/diary.ts'
import { addNote, changeNote } from '../../../engine/diary/notes.ts'
import { createMergeSessions } from '../../../engine/packages/merge/session.ts'
import { addRule, changeRule, retireRule } from '../../../engine/rules/rules.ts'
import { getAllResolutionBatches } from '../../../engine/store/records/conflicts.ts'
import { noteWrittenFile } from '../../../engine/study/written-files.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { diaryWords, findInDiary } from '../../../shared/messages/diary.ts'
import { laptopWords } from '../../../shared/messages/whole-study.ts'
import type { DiaryFacts, DiaryKind } from '../../../shared/model/diary.ts'
import { RULES } from '../../../shared/model/rules.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { program } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'
import { eventfulStudy, letter } from './eventful-study.ts'

/** The sentences of a kind, in the order in which things happened. */
const told = (workbook: Workbook, kind: DiaryKind): readonly string[] =>
  readDiary(workbook)
    .entries.filter(({ facts }) => facts.kind === kind)
    .map(({ facts }) => diaryWords(facts))
    .toReversed()

const notesOf = (workbook: Workbook): readonly string[] => told(workbook, 'note')

describe('the diary of a study', () => {
  it('tells what was done, from set-up to closed round, on which laptop', async () => {
    const { team, receipt } = await eventfulStudy()
    const merged = readDiary(team).entries.find(({ facts }) => facts.kind === 'merge')
    expect(merged?.facts).toMatchObject({ receipt: receipt.id, packages: 2, laptops: 2 })
    expect(told(team, 'merge')).toEqual([
      `2 packages of 2 laptops brought in: ${receipt.totals.new + receipt.totals.conflicting} new records, 6 in conflict.`,
    ])
    expect(told(team, 'refusal')).toEqual([
      expect.stringMatching(/^letter\.workbook was not taken\. This is not a Framework Workbook/),
    ])
    expect(told(team, 'resolution')).toEqual([
      '1 conflict settled, chosen by hand. Decided by Kim. Reason: Ada said so',
      '2 conflicts settled, by the rule “The later one”. Reason: A copy',
    ])
    expect(told(team, 'link')).toEqual(['Two participants were linked: they are one person.'])
    expect(told(team, 'framework')).toEqual([
      'Framework version loaded: Framework, 3 indicators.',
      'Framework version loaded: Second draft, 3 indicators.',
    ])
    expect(told(team, 'target')).toEqual(['Plan of Leeds: 2 laptops expected, 3 people wanted.'])
    expect(told(team, 'round')).toEqual(['Round 1 of Leeds: closed.'])
    expect(told(team, 'set-up')).toContain('Workshop added: Leeds.')
    const laptops = new Set(readDiary(team).entries.map(({ laptop: of }) => laptopWords(of)))
    expect([...laptops].toSorted()).toEqual(['Leeds 1', 'Leeds 2', 'Team'])
  })

  it('says of a withdrawal the number alone, and never a code', async () => {
    const { team } = await eventfulStudy()
    expect(told(team, 'withdrawal')).toEqual([
      '1 person withdrew; everything that they said was erased.',
    ])
    expect(JSON.stringify(readDiary(team))).not.toMatch(/P0\d/)
  })

  it('has conflicts that are opened again, as they were settled together, in one entry', async () => {
    const { team } = await eventfulStudy()
    const [later] = getAllResolutionBatches(team.store)
    reopenBatch(team, later?.id ?? '')
    expect(told(team, 'resolution').at(-1)).toBe('2 conflicts opened again.')
  })

  it('tells rules that were added, changed and retired', () => {
    const team = laptop()
    const { version: _, ...draft } = RULES['percent-75']
    const { id } = addRule(team, { ...draft, name: 'ours', title: 'Ours' })
    changeRule(team, id, { ...draft, name: 'ours', title: 'Ours' })
    retireRule(team, id, true)
    expect(told(team, 'rule')).toEqual([
      'Rule added: Ours.',
      'Rule changed: Ours, version 2.',
      'Rule retired: Ours.',
    ])
  })

  it('keeps a refusal of which no merge came, once, on screen as in one go', async () => {
    const team = laptop()
    const scrap = letter()
    await merge(team, [scrap])
    const sessions = createMergeSessions(readerWithin)
    for await (const _ of sessions.preview(team, [scrap], {})) expect(_).toBeDefined()
    expect(told(team, 'refusal')).toHaveLength(1)
  })

  it('lists files that were written from this file of the study, with their release', () => {
    const team = laptop()
    const file = { format: 'zip', workshops: null }
    noteWrittenFile(team, { ...file, kind: 'export', name: 'all.zip', release: 'tables' })
    noteWrittenFile(team, { ...file, kind: 'setup', name: 's.workbook', release: null })
    expect(told(team, 'export')).toEqual(['Export written: all.zip, tables.'])
    expect(told(team, 'set-up')).toContain('Set-up package written: s.workbook.')
  })

  it('is searched by kind and by words, those of laptops among them', async () => {
    const { team } = await eventfulStudy()
    const { entries } = readDiary(team)
    const found = (words: string, ...kinds: DiaryKind[]) =>
      findInDiary(entries, { words, kinds }).map(({ facts }): DiaryFacts['kind'] => facts.kind)
    expect(found('KIM ada')).toEqual(['resolution'])
    expect(found('leeds 2', 'set-up')).toEqual(['set-up'])
    expect(found('', 'withdrawal', 'link').toSorted()).toEqual(['link', 'withdrawal'])
    expect(found('no such thing')).toEqual([])
  })
})

describe('notes in the diary', () => {
  it('go to everybody who gets a package, are changed there and taken out', async () => {
    const team = laptop()
    const { note } = addNote(team, { text: 'It rained.' })
    const other = laptop()
    await merge(other, [await packageOf(team)], { anotherStudy: true })
    expect(notesOf(other)).toEqual(['It rained.'])
    changeNote(other, { note, text: 'It poured.' })
    await merge(team, [await packageOf(other)], { anotherStudy: true })
    expect(notesOf(team)).toEqual(['It poured.'])
    changeNote(team, { note, text: null })
    expect(notesOf(team)).toEqual([])
    expect(() => changeNote(team, { note, text: 'Snow.' })).toThrow(/not in the diary/)
    expect(verifyWorkbook(team.store.file, program).ok).toBe(true)
  })

  it('stand beside each other where two laptops changed one, until somebody writes it anew', async () => {
    const team = laptop()
    const { note } = addNote(team, { text: 'It rained.' })
    const other = laptop()
    await merge(other, [await packageOf(team)], { anotherStudy: true })
    changeNote(team, { note, text: 'Rain.' })
    changeNote(other, { note, text: 'Drizzle.' })
    await merge(team, [await packageOf(other)], { anotherStudy: true })
    expect(notesOf(team).toSorted()).toEqual(['Drizzle.', 'Rain.'])
    changeNote(team, { note, text: 'Wet.' })
    expect(notesOf(team)).toEqual(['Wet.'])
  })
})
