import { formatCount } from '../../../shared/messages/figures.ts'
import { type Moves, PRIORITIES } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { documentWords, englishIn } from '../material/in-language.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'

/** A column of a table to read: its heading, its part of the width, and whether it holds figures. */
export interface PrintedColumn {
  readonly heading: string
  readonly part: number
  readonly isFigure?: boolean
  /** The language of its words, where it is another than that of the document. */
  readonly language?: string
  /** True where a cell without words belongs to the one above it. */
  readonly isMerged?: boolean
}

/** A table to read, in a report or in Word: every cell in words. */
export interface PrintedTable {
  readonly title: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** A number of people; in a release the least that there were, as who left a question out is not told. */
const peopleIn =
  (material: ExportMaterial) =>
  (count: number): string =>
    material.release === 'research' ? formatCount(count) : documentWords(material).atLeast(count)

/** Each round beside the others: its people, and how many indicators have each priority. */
export function roundsTable(material: ExportMaterial): PrintedTable {
  const { charts, word } = documentWords(material)
  const priorities = PRIORITIES.map(priority => ({
    heading: charts.priorities[priority],
    part: 14,
    isFigure: true,
  }))
  return {
    title: word.roundsOf,
    columns: [
      { heading: word.round, part: 8 },
      { heading: word.people, part: 14, isFigure: true },
      ...priorities,
      { heading: word.noPriority, part: 14, isFigure: true },
    ],
    rows: toldRounds(material).map(round => roundCells(material, round)),
  }
}

/** A priority that rests on a figure which is left out is counted to none. */
function roundCells(material: ExportMaterial, round: number): readonly string[] {
  const { results, hidden } = material.resultsOf(round)
  const shown = results.indicators.map(({ id, priority }) =>
    CRITERIA.some(criterion => hidden.has(id, criterion, null)) ? null : priority,
  )
  return [
    String(round),
    peopleIn(material)(results.participants),
    ...[...PRIORITIES, null].map(priority =>
      formatCount(shown.filter(one => one === priority).length),
    ),
  ]
}

/** The answers that moved from each round to the next; null where few people could be told apart by small moves. */
export function movedTables(material: ExportMaterial): readonly (PrintedTable | null)[] {
  const rounds = toldRounds(material)
  return rounds
    .slice(1)
    .map((to, at) =>
      material.scope.hideUnder === undefined ? movedTable(material, rounds[at] ?? to, to) : null,
    )
}

function movedTable(material: ExportMaterial, from: number, to: number): PrintedTable {
  const { indicators } = material.moved(from, to)
  const { charts, word } = documentWords(material)
  const sum = (criterion: Criterion, of: keyof Moves) =>
    indicators.reduce((all, { criteria }) => all + criteria[criterion][of], 0)
  return {
    title: word.moved(from, to),
    columns: word.movedColumns.map((heading, at) => ({ heading, part: 1, isFigure: at > 0 })),
    rows: CRITERIA.map(criterion => [
      charts.criteria[criterion],
      ...(['paired', 'up', 'down', 'stayed', 'new', 'gone'] as const).map(of =>
        formatCount(sum(criterion, of)),
      ),
    ]),
  }
}

/** The people of each group. */
export function groupsTable(material: ExportMaterial): PrintedTable {
  const { word } = documentWords(material)
  return {
    title: word.groupsOf,
    columns: [
      { heading: word.group, part: 3 },
      { heading: word.people, part: 1, isFigure: true },
    ],
    rows: Object.entries(material.results.groups).map(([group, count]) => [
      group,
      peopleIn(material)(count),
    ]),
  }
}

/** The words that people had before them in the round, indicator by indicator. */
export function wordsTable(material: ExportMaterial): PrintedTable {
  const { results, wordsOf } = material
  const { word } = documentWords(material)
  const english = englishIn(material)
  const language = english === undefined ? {} : { language: english }
  return {
    title: word.wordsOf(results.round),
    columns: [
      { heading: word.code, part: 10 },
      { heading: word.title, part: 30, ...language },
      { heading: word.definition, part: 34, ...language },
      { heading: word.plain, part: 26, ...language },
    ],
    rows: results.indicators.map(result => {
      const { code, title, definition, easyRead } = wordsOf(result)
      return [code, title, definition, easyRead]
    }),
  }
}
