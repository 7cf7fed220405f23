import { expect, it } from 'vitest'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { dataTables } from '../../../engine/exports/tables/tables.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { listHistory, ratingsBehind } from '../../../engine/provenance/trace.ts'
import { getAllLanguages } from '../../../engine/store/records/languages.ts'
import { getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import { endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { program, sampleWorkbook, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'

/** Somebody answers the first questions, each on a screen in one of these languages, and hands over. */
function rateIn(workbook: Workbook, languages: readonly (string | undefined)[]): string {
  const workshop = sampleWorkshop(workbook)
  const { id: participant } = addParticipant(workbook, { workshop, group: 'ADCS' })
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const { indicators } = currentFramework(workbook.store)
  for (const [at, language] of languages.entries()) {
    const about = { indicator: indicators[at]?.id ?? '', criterion: 'usefulness' } as const
    const draft = { part: 'answer', ...about, answer: { kind: 'dont_know' } } as const
    const said = { ...draft, wording: 'plain', language } as const
    keepDraft(workbook, { participant, turn: begun.turn, draft: said })
  }
  endTurn(workbook, { participant, turn: begun.turn, how: 'hand-over' })
  return participant
}

/** The ids of somebody's answers, in the framework's order: those made within a millisecond are in any. */
function ratingsOf({ store }: Workbook, participant: string): readonly string[] {
  const ratings = getAllRatingsOf(store, { participant, round: 1 })
  return currentFramework(store).indicators.flatMap(({ id }) =>
    ratings.filter(({ indicator }) => indicator === id).map(rating => rating.id),
  )
}

const languageRows = (workbook: Workbook) =>
  withExportMaterial(workbook, { round: 1 }, async material =>
    dataTables(material)
      .filter(({ name }) => name === 'languages')
      .flatMap(({ rows }) => [...rows()]),
  )

it('keeps with each answer in which language its screen was, and nothing where that was English', async () => {
  const workbook = sampleWorkbook()
  rateIn(workbook, [undefined, undefined])
  expect(getAllLanguages(workbook.store)).toEqual([])
  expect(await languageRows(workbook)).toEqual([])
  const participant = rateIn(workbook, ['cy', undefined, 'cy'])
  const [first, , third] = ratingsOf(workbook, participant)
  expect(getAllLanguages(workbook.store)).toEqual([
    expect.objectContaining({ participant, round: 1, language: 'cy', said: [first, third] }),
  ])
  expect(await languageRows(workbook)).toEqual([
    [participant, 1, first, 'cy'],
    [participant, 1, third, 'cy'],
  ])
  const { indicators } = currentFramework(workbook.store)
  const languages = indicators.slice(0, 3).map(({ id: indicator }) =>
    ratingsBehind(workbook, { indicator, criterion: 'usefulness', round: 1 })
      .filter(behind => behind.participant === participant)
      .map(({ language }) => language),
  )
  expect(languages).toEqual([['cy'], [null], ['cy']])
  expect(listHistory(workbook.store, first ?? '')).toMatchObject([{ rating: { language: 'cy' } }])
  expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  withdraw(workbook, participant)
  expect(getAllLanguages(workbook.store)).toEqual([])
})

it('is the language of the last time where a question was answered in two', () => {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const { id: participant } = addParticipant(workbook, { workshop, group: 'ADCS' })
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const [indicator] = currentFramework(workbook.store).indicators
  const about = { indicator: indicator?.id ?? '', criterion: 'usefulness' } as const
  const say = (level: number, language?: string) =>
    keepDraft(workbook, {
      participant,
      turn: begun.turn,
      draft: {
        ...{ part: 'answer', ...about, answer: { kind: 'level', level } },
        ...{ wording: 'title', language },
      },
    })
  say(2, 'cy')
  say(3)
  endTurn(workbook, { participant, turn: begun.turn, how: 'hand-over' })
  expect(getAllLanguages(workbook.store)).toEqual([])
})

it('travels to other laptops with the answers', async () => {
  const [one, other] = [laptop(), laptop()]
  const participant = rateIn(one, ['cy'])
  await merge(other, [await packageOf(one)])
  expect(getAllLanguages(other.store)).toEqual(getAllLanguages(one.store))
  expect(getAllLanguages(other.store)).toHaveLength(1)
  expect(getAllLanguages(other.store)[0]?.participant).toBe(participant)
})
