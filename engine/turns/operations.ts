import { os, type RouterParts } from '../operation.ts'
import { countOpenTurns } from '../store/reports/draft-answers.ts'
import { endTurn } from './end.ts'
import { beginTurn, getTurnNow, keepDraft } from './turns.ts'

/** The operations on a person's time at this laptop. */
export const turnOperations = ({ inWorkbook, live, wiper }: RouterParts) => ({
  begin: inWorkbook(os.turn.begin, beginTurn),
  get: inWorkbook(os.turn.get, getTurnNow),
  save: inWorkbook(
    os.turn.save,
    (workbook, said) => {
      const { draft } = said
      const keep = () => keepDraft(workbook, said)
      const isAnswer = draft.part === 'answer'
      const kept = isAnswer ? live.whileRating(workbook, draft.indicator, keep) : keep()
      if (kept.hasReplacedWords) wiper.soon(workbook)
      return isAnswer ? { participant: kept.participant, indicator: draft.indicator } : {}
    },
    (kept: { readonly participant?: string; readonly indicator?: string }) =>
      kept.participant !== undefined && kept.indicator !== undefined
        ? { kind: 'rating-recorded', participant: kept.participant, indicator: kept.indicator }
        : null,
  ),
  end: inWorkbook(
    os.turn.end,
    (workbook, asked) => {
      endTurn(workbook, asked)
      wiper.now(workbook)
      return {}
    },
    { kind: 'turn-ended' },
  ),
  underWay: inWorkbook(os.turn.underWay, ({ store }) => countOpenTurns(store)),
})
