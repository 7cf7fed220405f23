import { classNames } from '../class-names.ts'
import { SortDownIcon, SortUpIcon } from '../icons.tsx'
import { type Column, type Sort, toggled } from './column.ts'
import styles from './table.module.css'

/** The part of a column that its heading needs; nothing of the rows. */
type Heading = Pick<Column<never>, 'id' | 'heading' | 'group' | 'align' | 'width' | 'isApart'> & {
  readonly sorts: boolean
}

interface TableHeadProps {
  readonly headings: readonly Heading[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}

function SortMark({ direction }: { readonly direction: Sort['direction'] | null }) {
  if (direction === null) return null
  return direction === 'ascending' ? <SortUpIcon size={16} /> : <SortDownIcon size={16} />
}

function ColumnHeading({
  of: heading,
  sort,
  onSort,
}: Omit<TableHeadProps, 'headings'> & { readonly of: Heading }) {
  const direction = sort?.column === heading.id ? sort.direction : null
  const align = heading.align === 'end' && styles.end
  const name = heading.group ? `${heading.heading}, ${heading.group}` : undefined
  if (!heading.sorts) {
    return (
      <th
        scope="col"
        className={classNames(styles.plain, align, heading.isApart && styles.apart)}
        style={{ width: heading.width }}
        aria-label={name}
      >
        {heading.heading}
      </th>
    )
  }
  return (
    <th
      scope="col"
      className={classNames(align, heading.isApart && styles.apart)}
      aria-sort={direction ?? 'none'}
      style={{ width: heading.width }}
    >
      <button
        type="button"
        className={classNames(styles.sort, direction && styles.sorted)}
        aria-label={name}
        onClick={() => onSort(toggled(sort, heading.id))}
      >
        <span>{heading.heading}</span>
        <SortMark direction={direction} />
      </button>
    </th>
  )
}

interface Span {
  readonly key: string
  readonly group: string | undefined
  readonly columns: number
  readonly isApart: boolean
}

/** The headings over several columns: neighbours of one group share one. */
function spansOf(headings: readonly Heading[]): readonly Span[] {
  const starts = headings.filter(
    ({ group }, index) => group === undefined || headings[index - 1]?.group !== group,
  )
  return starts.map(({ id, group, isApart = false }) => ({
    key: id,
    group,
    isApart,
    columns: group === undefined ? 1 : headings.filter(each => each.group === group).length,
  }))
}

function GroupRow({ headings }: Pick<TableHeadProps, 'headings'>) {
  return (
    <tr className={styles.groups}>
      {spansOf(headings).map(({ key, group, columns, isApart }) =>
        group === undefined ? (
          <td key={key} colSpan={columns} />
        ) : (
          <th
            key={key}
            scope="colgroup"
            colSpan={columns}
            className={classNames(isApart && styles.apart)}
          >
            {group}
          </th>
        ),
      )}
    </tr>
  )
}

/** The headings of a table: those over groups of columns, then one for each column. */
export function TableHead({ headings, sort, onSort }: TableHeadProps) {
  return (
    <thead>
      {headings.some(({ group }) => group !== undefined) && <GroupRow headings={headings} />}
      <tr>
        {headings.map(heading => (
          <ColumnHeading key={heading.id} of={heading} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}
