import { os, type RouterParts } from '../operation.ts'
import { countOpenTurns } from '../store/reports/draft-answers.ts'
import { endTurn } from './end.ts'
import { correctOwnGroup } from './own-group.ts'
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
      // Somebody who is recorded with what they say changes more than the figures of one indicator.
      const kept = isAnswer
        ? live.whileRating(workbook, draft.indicator, keep, ({ joined }) => joined === null)
        : keep()
      if (kept.hasReplacedWords) wiper.soon(workbook)
      const { participant, joined } = kept
      return { participant, joined, indicator: isAnswer ? draft.indicator : null }
    },
    ({ participant, joined, indicator }) => {
      if (joined !== null) return { kind: 'participant-recorded', workshop: joined, participant }
      return indicator === null ? null : { kind: 'rating-recorded', participant, indicator }
    },
  ),
  correctGroup: inWorkbook(os.turn.correctGroup, correctOwnGroup, { kind: 'people-changed' }),
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
