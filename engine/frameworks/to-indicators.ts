import type { CheckReport } from '../../shared/model/check.ts'
import { oneLine } from './cell-text.ts'
import { knownDataType, knownStatus } from './known-values.ts'
import { nestSections } from './nest-sections.ts'
import type { Candidate } from './sort-rows.ts'

/** The indicators of the rows that can be one, in the order of the file, their sections nested. */
export function toIndicators(candidates: readonly Candidate[]): CheckReport['indicators'] {
  const paths = nestSections(candidates.map(({ texts }) => texts.section))
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
        population: texts.population,
        easyRead: texts.easyRead,
        rationale: texts.rationale,
      },
    ]
  })
}
