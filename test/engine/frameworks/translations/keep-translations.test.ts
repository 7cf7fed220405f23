import { describe, expect, it } from 'vitest'
import { translationsOf } from '../../../../engine/frameworks/translations/keep-translations.ts'
import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../../engine/frameworks/versions/edit-indicator.ts'
import { listHistory, ratingsBehind } from '../../../../engine/provenance/trace.ts'
import { getAllRatingsOf } from '../../../../engine/store/records/ratings.ts'
import { getAllShown } from '../../../../engine/store/records/translations.ts'
import { endTurn } from '../../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { withdraw } from '../../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../../engine/workshops/participants.ts'
import type { Wording } from '../../../../shared/model/rating.ts'
import type { TranslatedTexts } from '../../../../shared/model/translations/translation.ts'
import { program, sampleWorkbook, sampleWorkshop } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../../packages/laptops.ts'
import { loadWelsh } from './load-welsh.ts'

const indicatorsOf = ({ store }: Workbook) => currentFramework(store).indicators

const welshOf = (workbook: Workbook) => {
  const { hash, indicators } = currentFramework(workbook.store)
  const places = new Map(indicators.map(({ id }, at) => [id, at]))
  return translationsOf(workbook.store, hash)
    .map(({ indicator, language, texts }) => [places.get(indicator) ?? 0, language, texts] as const)
    .toSorted(([one], [other]) => one - other)
}

const ONE: TranslatedTexts = { title: 'Un', easyRead: 'Un hawdd' }
const TWO: TranslatedTexts = { title: 'Dau' }

describe('the words of a framework in another language', () => {
  it('stand as the last file has them, without a new version, and a lacking one is taken away', () => {
    const workbook = sampleWorkbook()
    const { hash } = currentVersion(workbook.store)
    expect(welshOf(workbook)).toEqual([])
    expect(loadWelsh(workbook, ONE, TWO)).toEqual({ hash, isNew: false, translated: 2 })
    expect(loadWelsh(workbook, ONE, TWO)).toEqual({ hash, isNew: false })
    expect(welshOf(workbook)).toEqual([
      [0, 'cy', ONE],
      [1, 'cy', TWO],
    ])
    expect(loadWelsh(workbook, { title: 'Un arall' })).toMatchObject({ translated: 2 })
    expect(welshOf(workbook)).toEqual([[0, 'cy', { title: 'Un arall' }]])
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('hold in a later version as long as the words that they translate do', () => {
    const workbook = sampleWorkbook()
    loadWelsh(workbook, ONE, TWO)
    const [first] = indicatorsOf(workbook)
    if (!first) throw new Error('There is no indicator.')
    const { id, ...text } = first
    editIndicator(workbook, {
      ...{ against: currentVersion(workbook.store).hash },
      edit: { kind: 'reword', indicator: id, text: { ...text, title: 'Said otherwise' } },
    })
    expect(welshOf(workbook)).toEqual([
      [0, 'cy', { easyRead: 'Un hawdd' }],
      [1, 'cy', TWO],
    ])
  })

  it('go to other laptops with the set-up, and those that were loaded last stand on all', async () => {
    const [one, other] = [laptop(), laptop()]
    loadWelsh(other, ONE)
    loadWelsh(one, { title: 'Un arall' }, TWO)
    await merge(other, [await packageOf(one, { setup: true })])
    const all = [
      [0, 'cy', { title: 'Un arall' }],
      [1, 'cy', TWO],
    ]
    expect(welshOf(other)).toEqual(all)
    expect(loadWelsh(other, { title: 'Un arall' }, TWO)).toMatchObject({ translated: 1 })
    await merge(one, [await packageOf(other, { setup: true })])
    expect(welshOf(one)).toEqual(all)
    expect(verifyWorkbook(one.store.file, program).ok).toBe(true)
  })
})

/** Somebody answers the first questions on screens in Welsh, each in a wording, and hands over. */
function rateInWelsh(workbook: Workbook, wordings: readonly Wording[]): string {
  const workshop = sampleWorkshop(workbook)
  const { id: participant } = addParticipant(workbook, { workshop, group: 'ADCS' })
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const translations = translationsOf(workbook.store, currentVersion(workbook.store).hash)
  for (const [at, wording] of wordings.entries()) {
    const indicator = indicatorsOf(workbook)[at]?.id ?? ''
    const translation = translations.find(one => one.indicator === indicator)?.id
    const said = { wording, language: 'cy', ...(translation === undefined ? {} : { translation }) }
    const about = { indicator, criterion: 'usefulness', answer: { kind: 'dont_know' } } as const
    keepDraft(workbook, {
      participant,
      turn: begun.turn,
      draft: { part: 'answer', ...about, ...said },
    })
  }
  expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  endTurn(workbook, { participant, turn: begun.turn, how: 'hand-over' })
  return participant
}

const wordsBehind = (workbook: Workbook) =>
  indicatorsOf(workbook)
    .slice(0, 3)
    .flatMap(({ id: indicator }) =>
      ratingsBehind(workbook, { indicator, criterion: 'usefulness', round: 1 }).map(
        ({ words, wordsLanguage, language }) => [words, wordsLanguage, language],
      ),
    )

describe('an answer to words in another language', () => {
  it('tells the words that were on screen, whatever was loaded since', () => {
    const workbook = sampleWorkbook()
    loadWelsh(workbook, ONE, TWO)
    const [first, second, third] = indicatorsOf(workbook)
    const participant = rateInWelsh(workbook, ['plain', 'plain', 'title'])
    loadWelsh(workbook, { title: 'Un arall' })
    expect(wordsBehind(workbook)).toEqual([
      ['Un hawdd', 'cy', 'cy'],
      second?.easyRead === '' ? ['Dau', 'cy', 'cy'] : [second?.easyRead, null, 'cy'],
      [third?.title, null, 'cy'],
    ])
    // Answers of one millisecond may stand in any order.
    const rating = getAllRatingsOf(workbook.store, { participant, round: 1 }).find(
      ({ indicator }) => indicator === first?.id,
    )
    expect(listHistory(workbook.store, rating?.id ?? '')).toMatchObject([
      { rating: { words: 'Un hawdd', wordsLanguage: 'cy' } },
    ])
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
    withdraw(workbook, participant)
    expect(getAllShown(workbook.store)).toEqual([])
  })

  it('travels with the words that were on screen', async () => {
    const [one, other] = [laptop(), laptop()]
    loadWelsh(one, ONE)
    rateInWelsh(one, ['easy'])
    await merge(other, [await packageOf(one)])
    expect(getAllShown(other.store)).toEqual(getAllShown(one.store))
    expect(wordsBehind(other)).toEqual([['Un hawdd', 'cy', 'cy']])
  })
})
