import { PageHeading } from '../ui/page-heading.tsx'
import styles from './locked.module.css'

/** What a browser shows that was not given the token of the program's address. */
export function LockedPage() {
  return (
    <main className={styles.locked}>
      <PageHeading title="This page needs its full address">
        <p>
          Framework Workbook prints an address when it starts. Open that whole address, from{' '}
          <strong>http://</strong> to its last letter: the part after <strong>#token=</strong> is
          the key that keeps other programs out of your workbooks.
        </p>
      </PageHeading>
    </main>
  )
}
