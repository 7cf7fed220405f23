import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { tagComment, untagComment } from '../../../engine/discussion/comments.ts'
import { markDiscussed } from '../../../engine/discussion/discussed.ts'
import { listSuggestions, recordSuggestion } from '../../../engine/discussion/suggestions.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import {
  addRule,
  changeRule,
  listRules,
  retireRule,
  ruleNamed,
} from '../../../engine/rules/rules.ts'
import { getAllSuggestionsOf } from '../../../engine/store/records/discussion.ts'
import { countCrossedSupersessions } from '../../../engine/store/reports/checks.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { NewSuggestion } from '../../../shared/model/comments.ts'
import type { RuleDraft } from '../../../shared/model/rules.ts'
import { rating, sampleRoom } from '../../helpers/sample-workbook.ts'

let workbook: Workbook
let workshop: string
let person: string
let at: (index: number) => string

beforeEach(() => {
  ;({ workbook, workshop, person, at } = sampleRoom())
})

describe('suggestions', () => {
  const wording = (text: string): NewSuggestion => ({
    id: uuidv7(),
    participant: person,
    round: 1,
    text,
    kind: 'wording',
    indicator: at(0),
  })
  const missing = (text: string): NewSuggestion => ({
    id: uuidv7(),
    participant: person,
    round: 1,
    text,
    kind: 'missing',
    indicator: null,
  })

  it('are kept once however often they are sent, and replaced by the next one', () => {
    const first = wording('Say children, not CYP')
    expect(recordSuggestion(workbook, first)).toEqual(recordSuggestion(workbook, first))
    recordSuggestion(workbook, missing('Housing'))
    recordSuggestion(workbook, wording('Say young people'))
    const texts = listSuggestions(workbook.store).map(({ text }) => text)
    expect(texts).toEqual(['Housing', 'Say young people'])
    const history = workbook.store.prepare<object, { text: string }>('SELECT text FROM suggestion')
    expect(history.all({})).toHaveLength(3)
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('are listed with a group and without a participant, and not at all when taken back', () => {
    recordSuggestion(workbook, wording('Shorter'))
    const [listed] = listSuggestions(workbook.store, { workshops: [workshop] })
    expect(listed).toMatchObject({ text: 'Shorter', group: 'ADCS', indicator: at(0) })
    expect(JSON.stringify(listed)).not.toContain(person)
    expect(listSuggestions(workbook.store, { hideGroupsUnder: 2 })).toMatchObject([{ group: null }])
    recordSuggestion(workbook, wording(''))
    expect(listSuggestions(workbook.store)).toEqual([])
    expect(getAllSuggestionsOf(workbook.store, { participant: person, round: 1 })).toMatchObject([
      { text: '' },
    ])
  })

  it('are refused for an indicator that is not there, and under an id that is taken', () => {
    const nowhere = { ...wording('x'), kind: 'wording', indicator: uuidv7() } as const
    expect(() => recordSuggestion(workbook, nowhere)).toThrow(/no indicator/)
    const first = wording('x')
    recordSuggestion(workbook, first)
    expect(() => recordSuggestion(workbook, { ...first, text: 'y' })).toThrow(/different record/)
  })
})

describe('a study’s own rule', () => {
  const draft = (name: string, atLeastPercent = 80): RuleDraft => ({
    name,
    title: 'Four in five',
    source: '',
    scales: [
      {
        levels: 5,
        test: { kind: 'shares', high: 2, low: 2, atLeastPercent, underPercent: 15, each: 'group' },
      },
    ],
  })

  it('gets a new version with each change, and the old one stays in the history', () => {
    const { id } = addRule(workbook, draft('four-in-five'))
    const changed = changeRule(workbook, id, draft('four-in-five', 85))
    expect(changed.rule.version).toBe(2)
    expect(listRules(workbook.store)).toEqual([changed])
    const history = workbook.store.prepare('SELECT 1 FROM rule_record').all({})
    expect(history).toHaveLength(2)
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('is found by its name as the newest version, even when it is retired, beside the program’s', () => {
    const { id } = addRule(workbook, draft('four-in-five'))
    changeRule(workbook, id, draft('four-in-five', 85))
    expect(ruleNamed(workbook.store, 'four-in-five')).toMatchObject({ version: 2 })
    retireRule(workbook, id, true)
    addRule(workbook, draft('four-in-five', 90))
    expect(ruleNamed(workbook.store, 'four-in-five')).toMatchObject({ version: 1 })
    expect(ruleNamed(workbook.store, 'ram')).toBe('ram')
    expect(() => ruleNamed(workbook.store, 'mine')).toThrow(/no rule mine/)
  })

  it('can be retired and taken up again, and is known all the while', () => {
    const { id } = addRule(workbook, draft('four-in-five'))
    expect(retireRule(workbook, id, true).retired).toBe(true)
    expect(listRules(workbook.store)).toHaveLength(1)
    expect(retireRule(workbook, id, false).retired).toBe(false)
  })

  it('cannot have the name of another rule in use', () => {
    const { id } = addRule(workbook, draft('ours'))
    expect(() => addRule(workbook, draft('ours'))).toThrow(/already a rule called ours/)
    expect(() => addRule(workbook, draft('percent-75'))).toThrow(/already a rule/)
    retireRule(workbook, id, true)
    addRule(workbook, draft('ours'))
    expect(() => retireRule(workbook, id, false)).toThrow(/already a rule called ours/)
  })
})

describe('tags', () => {
  const commented = (more = {}) =>
    recordRating(workbook, rating(person, at(0), 2, { comment: 'Too dear', ...more })).id

  it('are on a comment once, stay when it is reworded, and come off for good', () => {
    const first = commented()
    tagComment(workbook, { rating: first, tag: 'cost' })
    expect(tagComment(workbook, { rating: first, tag: 'cost' })).toEqual(['cost'])
    const reworded = commented({ comment: 'Much too dear' })
    expect(tagComment(workbook, { rating: reworded, tag: 'urgent' })).toEqual(['cost', 'urgent'])
    expect(untagComment(workbook, { rating: reworded, tag: 'cost' })).toEqual(['urgent'])
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('are refused for a rating that is not there', () => {
    expect(() => tagComment(workbook, { rating: uuidv7(), tag: 'cost' })).toThrow(/no rating/)
  })
})

describe('what was talked about', () => {
  it('is marked for a workshop or for all together, and can be unmarked', () => {
    const mark = (indicator: string, discussed: boolean, where: string | null = workshop) =>
      markDiscussed(workbook, { workshop: where, indicator, discussed })
    expect(mark(at(1), true)).toEqual([at(1)])
    expect(mark(at(0), true)).toEqual([at(1), at(0)])
    expect(mark(at(0), true, null)).toEqual([at(0)])
    expect(mark(at(1), false)).toEqual([at(0)])
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })
})
