import type { WorkbookError } from '../engine/errors.ts'
import { ratingProblemMessage, saidTogether } from '../shared/messages/data-entry/problems.ts'
import type { RatingProblem } from '../shared/model/data-entry.ts'
import { printJson, talk } from './output.ts'

/** Each row that does not fit; the sentence that sums them up is said like any other failure's. */
export function sayWhy(error: WorkbookError, file: string, json: true | undefined): void {
  if (json) printJson(whyRefused(error, file))
  else sayProblems(error)
}

/** The reason why a file is refused, with each row that does not fit, as JSON has it. */
export function whyRefused(error: WorkbookError, file: string) {
  return {
    file,
    refused: { code: error.code, message: error.message },
    problems: problemsOf(error).map(problem => {
      const { row, sheet, cell, code } = problem
      return { row, sheet, cell, code, message: ratingProblemMessage(problem) }
    }),
  }
}

const problemsOf = ({ data }: WorkbookError): readonly RatingProblem[] =>
  'problems' in data ? data.problems : []

/** Says each row that does not fit; places that share a sentence in one. */
export function sayProblems(error: WorkbookError): void {
  const problems = problemsOf(error)
  for (const { where, message } of saidTogether(problems, ratingProblemMessage)) {
    talk(`${where}: ${message}`)
  }
  if (problems.some(({ code }) => code === 'doubtful-row' || code === 'doubtful-column')) {
    talk('Say what becomes of what is hidden or struck out by --hidden-rows keep, or leave.')
  }
}
