import { formatCount } from '../../../shared/messages/figures.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ShownHands } from '../../../shared/model/hands.ts'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'

const columnsOf = (levels: number): readonly Column<ShownHands>[] => [
  {
    id: 'indicator',
    heading: 'Indicator',
    cell: ({ indicator, isChange }) => (
      <>
        <bdi>{indicator}</bdi> {isChange && <Tag>counted anew</Tag>}
      </>
    ),
    isRowHeading: true,
  },
  {
    id: 'criterion',
    heading: 'Criterion',
    cell: ({ criterion, round }) =>
      `${CRITERION_NAMES[criterion]}${round === 1 ? '' : `, round ${round}`}`,
  },
  { id: 'group', heading: 'Group', cell: ({ group }) => <bdi>{group}</bdi> },
  ...Array.from({ length: levels }, (_, index) => ({
    id: `level-${index + 1}`,
    heading: String(index + 1),
    cell: ({ counts }: ShownHands) => counts[index] ?? 0,
  })),
  { id: 'dont-know', heading: '?', cell: ({ dontKnow }) => dontKnow },
  { id: 'not-applicable', heading: '–', cell: ({ notApplicable }) => notApplicable },
  { id: 'present', heading: 'In the room', cell: ({ present }) => present },
]

const PER_PAGE = 25

/** The lines of a file as they will be recorded. */
export function HandsPreview({ lines }: { readonly lines: readonly ShownHands[] }) {
  const [first] = lines
  if (!first) return null
  return (
    <Disclosure summary="The lines as they will be recorded" note={formatCount(lines.length)}>
      <Paged what="lines" items={lines} perPage={PER_PAGE}>
        {shown => (
          <Table
            caption="Hands in the file"
            columns={columnsOf(first.counts.length)}
            rows={shown}
            rowKey={({ sheet, row }) => JSON.stringify([sheet, row])}
          />
        )}
      </Paged>
    </Disclosure>
  )
}
