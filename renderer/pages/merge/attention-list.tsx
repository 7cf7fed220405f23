import { counted } from '../../format.ts'
import styles from './attention-list.module.css'
import { isPlain, needsAttention, type PackageRow } from './package-rows.ts'
import type { Tense } from './package-table.tsx'

/** How many packages are named before the rest is only counted; the table has them all. */
const NAMED = 5

/** The same thing said of one or more packages. */
interface Remark {
  readonly words: string
  readonly files: readonly string[]
}

const differs = (count: number): string =>
  `${counted(count, 'rating differs', 'ratings differ')} from another of the same person. Both are ` +
  'kept, and you settle which one counts under Conflicts.'

function wordsOf({ account: { problems, conflicting } }: PackageRow): readonly string[] {
  const conflicts = conflicting === 0 ? [] : [differs(conflicting)]
  return [...problems.map(({ message }) => message), ...conflicts]
}

/** What is said of the packages, each thing once: two hundred laptops often have the same trouble. */
function remarksOn(rows: readonly PackageRow[]): readonly Remark[] {
  const said = rows.flatMap(row => wordsOf(row).map(words => ({ words, file: row.account.file })))
  return [...new Set(said.map(({ words }) => words))].map(words => ({
    words,
    files: said.filter(one => one.words === words).map(({ file }) => file),
  }))
}

function Remarks({ rows }: { readonly rows: readonly PackageRow[] }) {
  return (
    <ul>
      {remarksOn(rows).map(({ words, files }) => (
        <li key={words} className={styles.item}>
          <p className={styles.files}>
            {files.slice(0, NAMED).join(', ')}
            {files.length > NAMED && ` and ${counted(files.length - NAMED, 'other', 'others')}`}
          </p>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  )
}

interface AttentionListProps {
  readonly rows: readonly PackageRow[]
  readonly tense: Tense
}

/** What a person should know of the packages before the figures: first what to act on, then the rest. */
export function AttentionList({ rows, tense }: AttentionListProps) {
  const urgent = rows.filter(needsAttention)
  const plain = rows.filter(row => !needsAttention(row) && row.account.problems.some(isPlain))
  const Heading = tense === 'receipt' ? 'h2' : 'h3'
  return (
    <>
      {urgent.length > 0 && (
        <section aria-labelledby="attention-heading" className={styles.section}>
          <Heading id="attention-heading">
            {counted(urgent.length, 'package needs attention', 'packages need attention')}
          </Heading>
          <Remarks rows={urgent} />
        </section>
      )}
      {plain.length > 0 && (
        <section aria-labelledby="notes-heading" className={styles.section}>
          <Heading id="notes-heading">To know</Heading>
          <Remarks rows={plain} />
        </section>
      )}
    </>
  )
}
