import { counted } from '../../format.ts'
import { Paged } from '../../ui/paged.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './attention-list.module.css'
import type { PackageRow } from './package-rows.ts'
import type { Tense } from './package-table.tsx'

const PER_PAGE = 10

function wordsOf({ account }: PackageRow): readonly string[] {
  const { problems, conflicting } = account
  const conflicts =
    conflicting === 0
      ? []
      : [
          `${counted(conflicting, 'rating differs', 'ratings differ')} from another of the same person. ` +
            'Both are kept, and you settle which one counts under Conflicts.',
        ]
  return [...problems.map(({ message }) => message), ...conflicts]
}

function Item({ row, tense }: { readonly row: PackageRow; readonly tense: Tense }) {
  const { file, accepted } = row.account
  return (
    <li className={styles.item}>
      <p className={styles.name}>
        <span className={styles.file}>{file}</span>
        {!accepted && (
          <Tag tone="danger">{tense === 'preview' ? 'Cannot be taken' : 'Not taken'}</Tag>
        )}
      </p>
      {wordsOf(row).map(words => (
        <p key={words}>{words}</p>
      ))}
    </li>
  )
}

interface AttentionListProps {
  /** The packages that a person should look at. */
  readonly rows: readonly PackageRow[]
  readonly tense: Tense
}

/** The packages to look at, each with what is the matter and what to do. */
export function AttentionList({ rows, tense }: AttentionListProps) {
  if (rows.length === 0) return null
  const list = (shown: readonly PackageRow[]) => (
    <ul className={styles.list}>
      {shown.map(row => (
        <Item key={row.place} row={row} tense={tense} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="attention-heading" className={styles.section}>
      <h3 id="attention-heading">
        {counted(rows.length, 'package needs attention', 'packages need attention')}
      </h3>
      {tense === 'receipt' ? (
        list(rows)
      ) : (
        <Paged what="packages that need attention" items={rows} perPage={PER_PAGE}>
          {list}
        </Paged>
      )}
    </section>
  )
}
