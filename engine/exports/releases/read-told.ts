import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, type ShownResults, toldRounds } from '../material/material.ts'
import { groupResultRows, type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { ANSWER_KINDS, type AnswerKind, type Cell, cellOf, keyOf } from './counted.ts'
import type { ToldQuestion } from './told.ts'

/**
 * Reads from the rows of results of which files are made what they tell: the counts of everyone and of each part, as
 * somebody reads them who has the file.
 */
export function readTold(
  material: ExportMaterial,
  names: readonly string[],
): readonly ToldQuestion[] {
  return toldRounds(material).flatMap(round => readRound(material, round, names))
}

function readRound(
  { resultsOf, wordsOf, scale }: ExportMaterial,
  round: number,
  names: readonly string[],
): readonly ToldQuestion[] {
  const shown = resultsOf(round)
  const cells = new Map<string, Cell>()
  for (const row of [...resultRows(shown, wordsOf), ...groupResultRows(shown, wordsOf)]) {
    for (const kind of ANSWER_KINDS) {
      const cell = readCell(row, kind, shown, scale.length)
      if (cell) cells.set(placeOf(row, kind, row.group), cell)
    }
  }
  return shown.results.indicators.flatMap(({ id }) =>
    CRITERIA.flatMap(criterion =>
      ANSWER_KINDS.map(kind => {
        const at = (group: string | null) =>
          cells.get(placeOf({ id, round, criterion }, kind, group))
        const parts = names.map(at)
        return {
          ...{ round, indicator: id, criterion, kind },
          everyone: at(null) ?? null,
          parts: parts.some(Boolean) ? parts.map(part => part ?? []) : null,
        }
      }),
    ),
  )
}

const placeOf = (
  { id, round, criterion }: Pick<ResultRow, 'id' | 'round' | 'criterion'>,
  kind: AnswerKind,
  group: string | null,
): string => `${keyOf({ round, indicator: id, criterion, kind })} ${group ?? ''}`

function readCell(
  row: ResultRow,
  kind: AnswerKind,
  { others }: ShownResults,
  levels: number,
): Cell | null {
  if (kind === 'levels') return row.summary && cellOf(row.summary, kind, levels)
  const count = others?.({ indicator: row.id, criterion: row.criterion, group: row.group }, kind)
  return typeof count === 'number' ? [count] : null
}
