import type { WorkbookError } from '../engine/errors.ts'
import { ratingProblemMessage, saidTogether } from '../shared/messages/data-entry/problems.ts'
import { printJson, talk } from './output.ts'

/** Each row that does not fit; the sentence that sums them up is said like any other failure's. */
export function sayWhy(error: WorkbookError, file: string, json: true | undefined): void {
  const problems = 'problems' in error.data ? error.data.problems : []
  if (!json) {
    for (const { where, message } of saidTogether(problems, ratingProblemMessage)) {
      talk(`${where}: ${message}`)
    }
    if (problems.some(({ code }) => code === 'doubtful-row' || code === 'doubtful-column')) {
      talk('Say what becomes of what is hidden or struck out by --hidden-rows keep, or leave.')
    }
    return
  }
  printJson({
    file,
    refused: { code: error.code, message: error.message },
    problems: problems.map(problem => {
      const { row, sheet, cell, code } = problem
      return { row, sheet, cell, code, message: ratingProblemMessage(problem) }
    }),
  })
}
