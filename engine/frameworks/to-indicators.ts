import type { CheckReport } from '../../shared/model/check.ts'
import type { Candidate } from './candidate.ts'
import { oneLine } from './cell-text.ts'
import { knownDataType, knownPopulation, knownStatus } from './known-values.ts'
import { nestSections } from './nest-sections.ts'

/**
 * The indicators of the rows that can be one, in the order of the file, their sections nested;
 * `titles` are those that stand in rows of their own.
 */
export function toIndicators(
  candidates: readonly Candidate[],
  titles: readonly string[],
): CheckReport['indicators'] {
  const paths = nestSections(
    candidates.map(({ texts }) => texts.section),
    titles,
  )
  return candidates.flatMap(({ row, texts }) => {
    const section = [...(paths.get(texts.section) ?? [])]
    if (texts.code === '' || texts.title === '' || section.length === 0) return []
    return [
      {
        row,
        code: oneLine(texts.code),
        title: texts.title,
        section,
        outcome: texts.outcome,
        definition: texts.definition,
        dataType: knownDataType(texts.dataType),
        status: knownStatus(texts.status),
        source: texts.source,
        unit: texts.unit,
        population: knownPopulation(texts.population) ?? texts.population,
        easyRead: texts.easyRead,
        rationale: texts.rationale,
        notes: texts.notes,
      },
    ]
  })
}
