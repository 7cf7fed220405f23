import { formatCount } from '../../../shared/messages/figures.ts'
import { RELEASE_WORDS } from '../../../shared/messages/releases.ts'
import { REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { PRIORITY_NAMES } from '../../../shared/messages/rules.ts'
import { WORD } from '../../../shared/messages/word.ts'
import { type Moves, PRIORITIES } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, hasGroups, toldRounds } from '../material/material.ts'
import { type Block, type Caption, heading, paragraph, table } from './parts.ts'

/** Each round beside the others, who moved between them, and the people of each group. */
export function roundsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const rounds = toldRounds(material)
  return [
    heading(WORD.rounds, 1),
    caption('Table', WORD.roundsOf),
    table(
      [
        { heading: WORD.round, part: 8 },
        { heading: WORD.people, part: 14, isFigure: true },
        ...PRIORITIES.map(priority => ({
          heading: PRIORITY_NAMES[priority],
          part: 14,
          isFigure: true,
        })),
        { heading: WORD.noPriority, part: 14, isFigure: true },
      ],
      rounds.map(round => roundCells(material, round)),
    ),
    ...rounds
      .slice(1)
      .flatMap((to, at) => moved(material, caption, { from: rounds[at] ?? to, to })),
    ...(hasGroups(material) ? groupsOf(material, caption) : []),
  ]
}

/** A number of people; in a release the least that there were, as who left a question out is not told. */
const peopleIn =
  ({ release }: ExportMaterial) =>
  (count: number): string =>
    release === 'research' ? formatCount(count) : RELEASE_WORDS.atLeast(count)

function groupsOf(material: ExportMaterial, caption: Caption): readonly Block[] {
  return [
    heading(WORD.groups, 2),
    caption('Table', WORD.groups),
    table(
      [
        { heading: WORD.group, part: 3 },
        { heading: WORD.people, part: 1, isFigure: true },
      ],
      Object.entries(material.results.groups).map(([group, count]) => [
        group,
        peopleIn(material)(count),
      ]),
    ),
  ]
}

interface Rounds {
  readonly from: number
  readonly to: number
}

/** A priority that rests on a figure which is left out is counted to none. */
function roundCells(material: ExportMaterial, round: number): readonly string[] {
  const people = peopleIn(material)
  const { results, hidden } = material.resultsOf(round)
  const shown = results.indicators.map(({ id, priority }) =>
    CRITERIA.some(criterion => hidden.has(id, criterion, null)) ? null : priority,
  )
  return [
    String(round),
    people(results.participants),
    ...[...PRIORITIES, null].map(priority =>
      formatCount(shown.filter(one => one === priority).length),
    ),
  ]
}

function moved(material: ExportMaterial, caption: Caption, { from, to }: Rounds): readonly Block[] {
  // Small moves of few people could be told apart by what is left out.
  if (material.scope.hideUnder !== undefined) return [paragraph(REPORT.left, 'Muted')]
  const { indicators } = material.moved(from, to)
  const sum = (criterion: Criterion, of: keyof Moves) =>
    indicators.reduce((all, { criteria }) => all + criteria[criterion][of], 0)
  return [
    caption('Table', WORD.moved(from, to)),
    table(
      WORD.movedColumns.map((text, at) => ({ heading: text, part: 1, isFigure: at > 0 })),
      CRITERIA.map(criterion => [
        CRITERION_NAMES[criterion],
        ...(['paired', 'up', 'down', 'stayed', 'new', 'gone'] as const).map(of =>
          formatCount(sum(criterion, of)),
        ),
      ]),
    ),
  ]
}
