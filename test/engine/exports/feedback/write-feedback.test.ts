import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { writeFeedback } from '../../../../engine/exports/feedback/write-feedback.ts'
import { linkParticipants } from '../../../../engine/people/people.ts'
import { markTest } from '../../../../engine/people/test-participants.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { appendLanguage } from '../../../../engine/store/records/languages.ts'
import {
  ownFolder,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { indicatorIds } from '../exported.ts'

/** People who answer the first indicator with these levels; the first of them one more as the only one. */
function answered(levels: readonly number[]) {
  const workbook = sampleWorkbook(['A1', 'A2'])
  const workshop = sampleWorkshop(workbook)
  const [first = '', second = ''] = indicatorIds(workbook)
  const people = levels.map(() => sampleParticipant(workbook, workshop))
  for (const [at, level] of levels.entries()) {
    recordRating(workbook, rating(people[at] ?? '', first, level))
  }
  recordRating(workbook, rating(people[0] ?? '', second, { kind: 'dont_know' }))
  sampleParticipant(workbook, workshop)
  return { workbook, workshop, first, people }
}

describe('feedback before the next round', () => {
  it('has a page for each who answered, with their own answer in everyone’s', async () => {
    const path = join(ownFolder(), 'feedback.html')
    await writeFeedback(
      answered([1, 4, 4, 5, 5]).workbook,
      { round: 1 },
      { path, name: 'feedback.html' },
    )
    const page = readFileSync(path, 'utf8')
    const pages = page.split('<section class="person">').slice(1)
    expect(pages).toHaveLength(5)
    expect(pages.map(one => /<strong>([^<]*)<\/strong>/.exec(one)?.[1])).toEqual([
      ...['P01', 'P02', 'P03', 'P04', 'P05'],
    ])
    const [first = '', second = ''] = pages
    expect(first).toContain('>1 Not useful at all<small>5 answered<')
    expect(second).toContain('>4 Useful<small>5 answered<')
    for (const one of pages) {
      const counts = [...one.matchAll(/<b>(\d)<\/b>/g)].map(([, count]) => Number(count))
      expect(counts).toEqual([1, 0, 0, 2, 2])
      expect(one.match(/class="level mine"/g)).toHaveLength(1)
    }
    // One person alone said something of the other indicator: what is no one else’s business.
    expect(first).toContain('I don’t know')
    expect(second).not.toContain('I don’t know')
    expect(first).toContain('too few answers to show')
  })

  it('asks again in the words in which a person answered', async () => {
    const { workbook, workshop, first } = answered([1, 4, 4, 5, 5])
    const person = sampleParticipant(workbook, workshop)
    const plain = { ...rating(person, first, 2), criterion: 'usability', wording: 'easy' } as const
    recordRating(workbook, plain)
    const path = join(ownFolder(), 'feedback.html')
    await writeFeedback(workbook, { round: 1 }, { path, name: 'feedback.html' })
    const pages = readFileSync(path, 'utf8').split('<section class="person">').slice(1)
    expect(pages[0]).toContain('How useful would it be to know this?')
    expect(pages.at(-1)).toContain('Would it help to know this?')
    expect(pages.at(-1)).toContain('>2 Hard<')
  })

  it('is in the language in which a person answered, and the framework’s words in their own', async () => {
    const { workbook, workshop, first } = answered([1, 4, 4, 5, 5])
    const person = sampleParticipant(workbook, workshop)
    const { id } = recordRating(workbook, rating(person, first, 4))
    appendLanguage(workbook.store, {
      ...{ id: uuidv7(), participant: person, round: 1, language: 'cy', said: [id] },
      ...{ recordedAt: '2026-03-09T10:00:00.000Z', device: workbook.device },
    })
    const path = join(ownFolder(), 'feedback.html')
    await writeFeedback(workbook, { round: 1 }, { path, name: 'feedback.html' })
    const pages = readFileSync(path, 'utf8').split('<section class="person"').slice(1)
    expect(pages[0]).not.toContain('lang=')
    const own = pages.at(-1) ?? ''
    expect(own).toMatch(/^ lang="cy-GB" dir="ltr">/)
    expect(own).toContain('>4 Defnyddiol<small>atebodd 6<')
    expect(own).toContain('Pa mor ddefnyddiol')
    expect(own).toContain('<th scope="row" lang="en-GB" dir="auto"><span class="code">A1</span>')
    expect(own).not.toMatch(/answered|Useful|This page/)
  })

  it('has one page for a person with two codes, who is one of those who answered', async () => {
    const { workbook, workshop, people } = answered([1, 4, 4, 5, 5])
    const [, second = ''] = indicatorIds(workbook)
    const other = sampleParticipant(workbook, workshop)
    recordRating(workbook, rating(other, second, 3))
    linkParticipants(workbook, { participant: other, other: people[1] ?? '' })
    const path = join(ownFolder(), 'feedback.html')
    await writeFeedback(workbook, { round: 1 }, { path, name: 'feedback.html' })
    const pages = readFileSync(path, 'utf8').split('<section class="person"').slice(1)
    expect(pages.map(one => /<strong>([^<]*)<\/strong>/.exec(one)?.[1])).toEqual([
      ...['P01', 'P02, P07', 'P03', 'P04', 'P05'],
    ])
    expect(pages[1]).toContain('5 people answered.')
    expect(pages[1]).toContain('>4 Useful<')
    expect(pages[1]).toContain('>3 In between<')

    linkParticipants(workbook, { participant: people[3] ?? '', other: people[4] ?? '' })
    await expect(
      writeFeedback(workbook, { round: 1 }, { path, name: 'feedback.html' }),
    ).rejects.toMatchObject({ code: 'TOO_FEW_FOR_FEEDBACK', data: { answered: 4 } })
  })

  it('is refused where so few answered that everybody could tell who said what', async () => {
    const path = join(ownFolder(), 'feedback.html')
    const written = writeFeedback(
      answered([1, 4, 4, 5]).workbook,
      { round: 1 },
      { path, name: 'feedback.html' },
    )
    await expect(written).rejects.toMatchObject({
      code: 'TOO_FEW_FOR_FEEDBACK',
      message: expect.stringContaining('4 people have answered'),
    })
    expect(existsSync(path)).toBe(false)

    // A test answers too, and counts for nothing.
    const { workbook, people } = answered([1, 4, 4, 5, 5])
    markTest(workbook, people[0] ?? '', true)
    await expect(
      writeFeedback(workbook, { round: 1 }, { path, name: 'feedback.html' }),
    ).rejects.toMatchObject({ code: 'TOO_FEW_FOR_FEEDBACK' })
  })
})
