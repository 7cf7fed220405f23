import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { criterion, id } from '../../../shared/model/vocabulary.ts'
import { appendGivenOut, type GivenOut, getAllGivenOut } from '../../store/records/releases.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { ANSWER_KINDS } from './counted.ts'
import type { RowDigests } from './rows.ts'
import type { ToldCounts } from './told.ts'

const cell = z.array(z.number().int())
const toldCounts = z.object({
  under: z.number().int(),
  parts: z.array(z.array(z.string())),
  questions: z.array(
    z.object({
      round: z.number().int(),
      indicator: id,
      criterion,
      kind: z.enum(ANSWER_KINDS),
      everyone: cell.nullable(),
      parts: z.array(cell).nullable(),
    }),
  ),
})

const content = z.object({
  told: toldCounts,
  rows: z.array(
    z.object({ round: z.number().int(), columns: z.string(), rows: z.array(z.string()) }),
  ),
})

/** The numbers that a release told everybody, as they are kept. */
export interface GivenOutContent {
  readonly told: ToldCounts
  readonly rows: readonly RowDigests[]
}

/** A release that was given out before. */
export interface Earlier extends GivenOutContent {
  readonly release: GivenOut['release']
  readonly recordedAt: string
}

/** Everything that was given out from this workbook, the first one first. */
export const readEarlier = (store: ReadableStore): readonly Earlier[] =>
  getAllGivenOut(store).map(({ release, recordedAt, content: json }) => ({
    ...content.parse(JSON.parse(json)),
    release,
    recordedAt,
  }))

/** Keeps what is given out, unless the same was before: what was told once stays told. */
export function keepGivenOut(
  { store, clock }: Workbook,
  release: GivenOut['release'],
  { told, rows }: GivenOutContent,
): void {
  const { under, parts } = told
  const questions = told.questions.filter(({ everyone }) => everyone !== null)
  const json = JSON.stringify({ told: { under, parts, questions }, rows })
  store.transaction(() => {
    const known = getAllGivenOut(store).some(one => one.release === release && one.content === json)
    if (known) return
    appendGivenOut(store, {
      id: uuidv7(),
      ...{ release, under, content: json, recordedAt: clock() },
    })
  })
}
