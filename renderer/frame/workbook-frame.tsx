import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { routes } from '../routes.ts'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { LinkButton } from '../ui/button.tsx'
import { ArrowLeftIcon } from '../ui/icons.tsx'
import { Nav } from '../ui/nav.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { AppFrame } from './app-frame.tsx'
import styles from './workbook-frame.module.css'

const tabsOf = (workbook: string) => [
  { href: routes.framework(workbook), label: 'Framework' },
  { href: routes.workshops(workbook), label: 'Workshops' },
  { href: routes.results(workbook), label: 'Results' },
  { href: routes.export(workbook), label: 'Export' },
  { href: routes.merge(workbook), label: 'Merge' },
]

function Place() {
  const id = useWorkbookId()
  const info = useWorkbook(state => state.info)
  if (info.state !== 'ready') return null
  return (
    <span className={styles.place}>
      <Link href={routes.framework(id)} className={styles.title} title={info.value.title}>
        <span className={styles.words}>{info.value.title}</span>
      </Link>
      {info.value.madeUp && <span className={styles.madeUp}>Made-up ratings</span>}
    </span>
  )
}

/** What is around the pages of one workbook: its title and tabs, or why it cannot be opened. */
export function WorkbookFrame({ children }: { readonly children: ReactNode }) {
  const id = useWorkbookId()
  const info = useWorkbook(state => state.info)
  if (info.state === 'failed') {
    return (
      <AppFrame>
        <PageHeading title="This workbook cannot be opened" />
        <div className={styles.failed}>
          <Notice
            tone="danger"
            heading="It could not be opened"
            actions={
              <LinkButton href={routes.library} icon={<ArrowLeftIcon />}>
                Back to the library
              </LinkButton>
            }
          >
            <p>{info.problem.message}</p>
          </Notice>
        </div>
      </AppFrame>
    )
  }
  return (
    <AppFrame workbook={id} place={<Place />} tabs={<Nav label="Workbook" items={tabsOf(id)} />}>
      {children}
    </AppFrame>
  )
}
