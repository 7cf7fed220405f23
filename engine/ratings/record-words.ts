import { v7 as uuidv7 } from 'uuid'
import { groupBy } from '../group-by.ts'
import { appendLanguage } from '../store/records/languages.ts'
import { appendShown } from '../store/records/translations.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** A person in a round, and when something of theirs was recorded. */
interface Sayer {
  readonly participant: string
  readonly round: number
  readonly recordedAt: string
}

/** A record of what somebody said: the language that it was asked in, null for English, and the translation that they saw. */
export interface SaidIn {
  readonly id: string
  readonly language: string | null
  readonly translation: string | null
}

/**
 * Records in which language something was asked where it was not English, and which translations of the framework's words
 * people had before them. Call it inside a transaction.
 */
export function recordWords(
  { store, device }: Pick<Workbook, 'store' | 'device'>,
  sayer: Sayer,
  said: readonly SaidIn[],
): void {
  const { participant, round, recordedAt } = sayer
  const theirs = { participant, round, recordedAt, device }
  for (const [language, records] of groupBy(said, one => one.language)) {
    if (language === null) continue
    appendLanguage(store, {
      ...{ id: uuidv7(), ...theirs, language },
      said: records.map(({ id }) => id),
    })
  }
  const shown = said.flatMap(({ id, translation }) =>
    translation === null ? [] : [{ said: id, translation }],
  )
  if (shown.length > 0) appendShown(store, { id: uuidv7(), ...theirs, shown })
}
