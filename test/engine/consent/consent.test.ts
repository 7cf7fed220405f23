import { describe, expect, it } from 'vitest'
import { readInformation, setInformation } from '../../../engine/consent/information.ts'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { consentTables } from '../../../engine/exports/tables/consent-tables.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { letStart } from '../../../engine/people/starts.ts'
import { getAllConsents } from '../../../engine/store/records/consents.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { program, sampleWorkbook, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'

const FIRST = {
  title: 'A study of care',
  text: 'We ask what is useful.\n\nYou may stop at any time.',
}
const SECOND = { ...FIRST, text: 'We ask what is useful, and keep it for ten years.' }

/** Somebody comes in who agreed to a text, and answers the first question. */
function rateAs(workbook: Workbook, workshop: string, agreedTo: string | undefined): string {
  const { id: participant } = letStart(workbook, { workshop, group: 'ADCS' }, agreedTo)
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const [indicator] = currentFramework(workbook.store).indicators
  const question = {
    indicator: indicator?.id ?? '',
    criterion: 'usefulness',
    wording: 'title',
  } as const
  const draft = { part: 'answer', ...question, answer: { kind: 'level', level: 4 } } as const
  keepDraft(workbook, { participant, turn: begun.turn, draft })
  return participant
}

const agreed = ({ store }: Workbook): readonly (readonly [string, string])[] =>
  getAllConsents(store).map(({ participant, information }) => [participant, information])

describe('what people are told before they rate', () => {
  it('is nothing until somebody writes it, stands once, and can be taken away', () => {
    const workbook = sampleWorkbook()
    expect(readInformation(workbook.store)).toBeNull()
    const first = setInformation(workbook, { information: FIRST })
    expect(first).toMatchObject(FIRST)
    expect(setInformation(workbook, { information: FIRST })).toEqual(first)
    expect(setInformation(workbook, { information: SECOND })?.id).not.toBe(first?.id)
    expect(setInformation(workbook, { information: null })).toBeNull()
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('goes to other laptops with the set-up, and the text that was written last stands on all', async () => {
    const [one, other] = [laptop(), laptop()]
    setInformation(other, { information: FIRST })
    setInformation(one, { information: SECOND })
    await merge(other, [await packageOf(one, { setup: true })])
    expect(readInformation(other.store)).toMatchObject(SECOND)
    setInformation(other, { information: FIRST })
    await merge(one, [await packageOf(other, { setup: true })])
    expect(readInformation(one.store)).toMatchObject(FIRST)
  })
})

describe('an agreement', () => {
  it('is recorded with the first answer: of whom, to which text, when', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const before = rateAs(workbook, workshop, undefined)
    const first = setInformation(workbook, { information: FIRST })
    const one = rateAs(workbook, workshop, first?.id)
    const second = setInformation(workbook, { information: SECOND })
    letStart(workbook, { workshop, group: 'ADCS' }, second?.id)
    const other = rateAs(workbook, workshop, second?.id)
    expect(agreed(workbook)).toEqual([
      [one, first?.id],
      [other, second?.id],
    ])
    expect(agreed(workbook).flat()).not.toContain(before)
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('is asked for, to the text that stands', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const first = setInformation(workbook, { information: FIRST })
    setInformation(workbook, { information: SECOND })
    for (const to of [undefined, first?.id]) {
      expect(() => rateAs(workbook, workshop, to)).toThrow(
        expect.objectContaining({ code: 'NOT_AGREED' }),
      )
    }
  })

  it('is in the tables for programs with the text that it names, and goes when the person withdraws', async () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const tables = () =>
      withExportMaterial(workbook, { round: 1 }, async material =>
        consentTables(material).map(({ name, rows }) => [name, [...rows()]]),
      )
    rateAs(workbook, workshop, undefined)
    expect(await tables()).toEqual([])
    const text = setInformation(workbook, { information: FIRST })
    const participant = rateAs(workbook, workshop, text?.id)
    const [consent] = getAllConsents(workbook.store)
    expect(await tables()).toEqual([
      ['information', [[text?.id, FIRST.title, FIRST.text, text?.recordedAt]]],
      ['consents', [[participant, text?.id, consent?.recordedAt]]],
    ])
    withdraw(workbook, participant)
    expect(await tables()).toEqual([])
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })
})
