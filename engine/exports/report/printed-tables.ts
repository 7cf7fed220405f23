import { formatCount } from '../../../shared/messages/figures.ts'
import { RELEASE_WORDS } from '../../../shared/messages/releases.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { PRIORITY_NAMES } from '../../../shared/messages/rules.ts'
import { WORD } from '../../../shared/messages/word.ts'
import { type Moves, PRIORITIES } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'

/** A column of a table to read: its heading, its part of the width, and whether it holds figures. */
export interface PrintedColumn {
  readonly heading: string
  readonly part: number
  readonly isFigure?: boolean
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
  ({ release }: ExportMaterial) =>
  (count: number): string =>
    release === 'research' ? formatCount(count) : RELEASE_WORDS.atLeast(count)

/** Each round beside the others: its people, and how many indicators have each priority. */
export function roundsTable(material: ExportMaterial): PrintedTable {
  const priorities = PRIORITIES.map(priority => ({
    heading: PRIORITY_NAMES[priority],
    part: 14,
    isFigure: true,
  }))
  return {
    title: WORD.roundsOf,
    columns: [
      { heading: WORD.round, part: 8 },
      { heading: WORD.people, part: 14, isFigure: true },
      ...priorities,
      { heading: WORD.noPriority, part: 14, isFigure: true },
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
  const sum = (criterion: Criterion, of: keyof Moves) =>
    indicators.reduce((all, { criteria }) => all + criteria[criterion][of], 0)
  return {
    title: WORD.moved(from, to),
    columns: WORD.movedColumns.map((heading, at) => ({ heading, part: 1, isFigure: at > 0 })),
    rows: CRITERIA.map(criterion => [
      CRITERION_NAMES[criterion],
      ...(['paired', 'up', 'down', 'stayed', 'new', 'gone'] as const).map(of =>
        formatCount(sum(criterion, of)),
      ),
    ]),
  }
}

/** The people of each group. */
export const groupsTable = (material: ExportMaterial): PrintedTable => ({
  title: WORD.groupsOf,
  columns: [
    { heading: WORD.group, part: 3 },
    { heading: WORD.people, part: 1, isFigure: true },
  ],
  rows: Object.entries(material.results.groups).map(([group, count]) => [
    group,
    peopleIn(material)(count),
  ]),
})

/** The words that people had before them in the round, indicator by indicator. */
export const wordsTable = ({ results, wordsOf }: ExportMaterial): PrintedTable => ({
  title: WORD.wordsOf(results.round),
  columns: [
    { heading: WORD.code, part: 10 },
    { heading: WORD.title, part: 30 },
    { heading: WORD.definition, part: 34 },
    { heading: WORD.plain, part: 26 },
  ],
  rows: results.indicators.map(result => {
    const { code, title, definition, easyRead } = wordsOf(result)
    return [code, title, definition, easyRead]
  }),
})
