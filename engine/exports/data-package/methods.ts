import { methodsText } from '../../../shared/messages/methods.ts'
import { choiceSentences, READ_ME } from '../../../shared/messages/read-me.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { ruleWords } from '../../../shared/messages/rules.ts'
import { CRITERION_QUESTIONS } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { ExportMaterial } from '../material.ts'

/** The methods of the study as the workbook knows them. */
export function methods(material: ExportMaterial): string {
  const { title, madeUp, framework, workshops, results, scale, scope } = material
  const { ruleUsed, quantile, groups, participants } = results
  return methodsText({
    title,
    madeUp,
    framework: {
      title: framework.title,
      hash: framework.hash,
      indicators: framework.indicators.length,
    },
    workshops,
    groups: Object.entries(groups).map(([name, count]) => ({ name, count })),
    rounds: peopleByRound(material),
    participants,
    levels: Object.fromEntries(
      CRITERIA.map(criterion => [criterion, scale.levels[criterion].map(({ label }) => label)]),
    ),
    questions: CRITERION_QUESTIONS,
    rule: {
      title: READ_ME.ruleName(ruleUsed),
      words: ruleWords(ruleUsed, scale.length),
      source: ruleUsed.source,
    },
    quantile: QUANTILE_WORDS[quantile],
    answers: countAnswers(material),
    conflicts: conflictWords(results.conflicts),
    choices: choiceSentences(scope),
    program: READ_ME.program(material.appVersion),
  })
}

function peopleByRound({ ratings, rounds }: ExportMaterial) {
  const people = new Map(rounds.map(round => [round, new Set<string>()]))
  for (const { round, answer, person } of ratings()) {
    if (answer !== 'none') people.get(round)?.add(person.key)
  }
  return [...people].map(([round, keys]) => ({ name: String(round), count: keys.size }))
}

function countAnswers({ results }: ExportMaterial) {
  const summaries = results.indicators.flatMap(({ criteria }) =>
    CRITERIA.map(criterion => criteria[criterion]),
  )
  const sum = (of: 'n' | 'dontKnow' | 'notApplicable' | 'missing') =>
    summaries.reduce((all, summary) => all + summary[of], 0)
  return {
    round: results.round,
    possible: summaries.length * results.participants,
    levels: sum('n'),
    dontKnow: sum('dontKnow'),
    notApplicable: sum('notApplicable'),
    missing: sum('missing'),
  }
}
