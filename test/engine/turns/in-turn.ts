import { listComments } from '../../../engine/discussion/comments.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import { endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, keepDraft, type WantedTurn } from '../../../engine/turns/turns.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import type { Draft, Turn } from '../../../shared/model/turn.ts'
import {
  changeFramework,
  indicatorText,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** Begins a turn that there is something to rate in. */
export function begin(workbook: Workbook, wanted: WantedTurn): Turn {
  const begun = beginTurn(workbook, wanted)
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  return begun
}

/** The answer of a level. */
export const level = (value: number): Answer => ({ kind: 'level', level: value })

/** A person with an open turn, and what they may do in it. */
export function inTurn(workbook = sampleWorkbook()) {
  const workshop = sampleWorkshop(workbook)
  const person = sampleParticipant(workbook, workshop)
  const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
  const { turn } = begin(workbook, { participant: person, round: null })
  const question = { indicator, criterion: 'usefulness', wording: 'title' } as const
  const keep = (draft: Draft) => keepDraft(workbook, { turn, participant: person, draft })
  return {
    ...{ workbook, workshop, person, indicator, turn },
    answer: (answer: Answer, more: Partial<typeof question> = {}) =>
      keep({ part: 'answer', ...question, ...more, answer }),
    write: (text: string) => keep({ part: 'comment', ...question, text }),
    suggest: (text: string, about: string | null = indicator) =>
      keep({ part: 'suggestion', indicator: about, text, wording: 'title' }),
    end: () => endTurn(workbook, { turn, participant: person, how: 'finish' }),
    answers: () =>
      getAllRatingsOf(workbook.store, { participant: person, round: 1 }).map(one => one.answer),
    comments: () => listComments(workbook.store, {}),
  }
}

/** Loads a framework in which the first indicator has other words. */
export const reword = (workbook: Workbook) =>
  changeFramework(workbook, [
    indicatorText('A1', { definition: 'In other words' }),
    ...['A2', 'A3'].map(code => indicatorText(code)),
  ])
