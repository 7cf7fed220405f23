import { answerWords } from '../../../shared/messages/exports.ts'
import { formatCount } from '../../../shared/messages/figures.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ShownEntry } from '../../../shared/model/data-entry.ts'
import { type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { useWorkbook } from '../../data/workbook-context.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import styles from './data-entry.module.css'

const columnsOf = (scale: Scale): readonly Column<ShownEntry>[] => [
  {
    id: 'row',
    heading: 'Row',
    cell: ({ row, sheet }) =>
      sheet === undefined ? (
        row
      ) : (
        <>
          <bdi>{sheet}</bdi>, {row}
        </>
      ),
  },
  {
    id: 'participant',
    heading: 'Participant',
    cell: ({ participant, isNewcomer }) => (
      <>
        <bdi>{participant}</bdi> {isNewcomer && <Tag>new</Tag>}
      </>
    ),
    isRowHeading: true,
  },
  { id: 'group', heading: 'Group', cell: ({ group }) => <bdi>{group}</bdi> },
  { id: 'indicator', heading: 'Indicator', cell: ({ indicator }) => <bdi>{indicator}</bdi> },
  {
    id: 'criterion',
    heading: 'Criterion',
    cell: ({ criterion, round }) =>
      `${CRITERION_NAMES[criterion]}${round === 1 ? '' : `, round ${round}`}`,
  },
  {
    id: 'answer',
    heading: 'Answer',
    cell: ({ answer, criterion }) => answerWords(answer, criterion, scale),
  },
  {
    id: 'comment',
    heading: 'Comment',
    cell: ({ comment }) => (
      <span dir="auto" className={styles.texts}>
        {comment}
      </span>
    ),
    width: '30%',
  },
]

const PER_PAGE = 25

/** The ratings of a file as they will be stored. */
export function RatingsPreview({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const info = useWorkbook(state => state.info)
  if (entries.length === 0 || info.state !== 'ready') return null
  return (
    <Disclosure
      level={2}
      summary="The ratings as they will be stored"
      note={formatCount(entries.length)}
    >
      <Paged what="ratings" items={entries} perPage={PER_PAGE}>
        {shown => (
          <Table
            caption="Ratings in the file"
            columns={columnsOf(scaleOf(info.value.scale))}
            rows={shown}
            rowKey={({ sheet, row, participant, indicator, criterion }) =>
              JSON.stringify([sheet, row, participant, indicator, criterion])
            }
          />
        )}
      </Paged>
    </Disclosure>
  )
}
