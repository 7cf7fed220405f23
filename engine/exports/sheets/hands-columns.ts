import { HANDS_COLUMN_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { RATING_WORDS } from '../../../shared/messages/exports.ts'
import type { ExportedHands } from '../material/exported-hands.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Column } from './columns.ts'

/** The hands for one answer to a question: one row of a line. */
interface HandsOfAnswer {
  readonly hands: ExportedHands
  readonly answer: number | 'dont_know' | 'not_applicable'
  readonly count: number
}

/** A row for each answer of each line, those that no hand went up for too. */
export function* handsRows({ hands: all }: ExportMaterial): Generator<HandsOfAnswer> {
  for (const hands of all) {
    for (const [at, count] of hands.said.counts.entries()) yield { hands, answer: at + 1, count }
    yield { hands, answer: 'dont_know', count: hands.said.dontKnow }
    yield { hands, answer: 'not_applicable', count: hands.said.notApplicable }
  }
}

/** The columns of shows of hands, by the answer. */
export function handsColumns({
  codeOf,
  madeUp,
}: Pick<ExportMaterial, 'codeOf' | 'madeUp'>): readonly Column<HandsOfAnswer>[] {
  const { workshop_id, workshop, indicator, criterion, round, framework } = RATING_WORDS
  const { recorded_at, device, made_up } = RATING_WORDS
  const own = HANDS_COLUMN_WORDS
  const whole = { format: 'whole', width: 9 } as const
  return [
    { name: 'workshop_id', width: 38, words: workshop_id, value: of => of.hands.workshop.id },
    { name: 'workshop', width: 24, words: workshop, value: of => of.hands.workshop.title },
    { name: 'group', width: 24, words: own.group, value: of => of.hands.group },
    {
      name: 'indicator',
      width: 12,
      words: indicator,
      value: of => codeOf(of.hands.said.indicator),
    },
    { name: 'criterion', width: 12, words: criterion, value: of => of.hands.said.criterion },
    { name: 'round', ...whole, words: round, value: of => of.hands.said.round },
    { name: 'answer', width: 15, words: own.answer, value: of => String(of.answer) },
    {
      ...{ name: 'level', ...whole, words: own.level },
      value: ({ answer }) => (typeof answer === 'number' ? answer : null),
    },
    { name: 'hands', ...whole, words: own.hands, value: of => of.count },
    { name: 'present', ...whole, words: own.present, value: of => of.hands.said.present },
    { name: 'counts', width: 13, words: own.counts, value: of => of.hands.counts },
    { name: 'wording', width: 10, words: own.wording, value: of => of.hands.said.wording },
    { name: 'keyed_by', width: 12, words: own.keyed_by, value: of => of.hands.said.by },
    {
      ...{ name: 'recorded_at', width: 25, date: 'moment', words: recorded_at },
      value: of => of.hands.said.recordedAt,
    },
    { name: 'device', width: 38, words: device, value: of => of.hands.said.device },
    { name: 'framework', width: 20, words: framework, value: of => of.hands.said.framework },
    { name: 'made_up', width: 9, words: made_up, value: () => (madeUp ? 'yes' : 'no') },
  ]
}
