import { useEffect } from 'react'
import type { Results } from '../../../shared/model/results.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { routes } from '../../routes.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PeopleIcon } from '../../ui/icons.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { AllResults } from './all-results.tsx'
import { OneIndicator } from './one-indicator.tsx'
import styles from './results-page.module.css'

interface ResultsPageProps {
  /** The code of the indicator whose figures are shown in full; null for the table of all. */
  readonly code: string | null
}

/** How long to wait for more ratings before the figures are computed anew. */
const SETTLE_MS = 400

/** Keeps the results in step with the ratings while the page is open. */
function useLiveResults(): void {
  const refresh = useResults(state => state.refresh)
  const revision = useWorkbook(state => state.revision)
  useEffect(() => {
    if (revision.ratings === 0) return
    const timer = setTimeout(() => void refresh(), revision.ratings === 1 ? 0 : SETTLE_MS)
    return () => clearTimeout(timer)
  }, [refresh, revision])
}

function NoRatings() {
  const id = useWorkbookId()
  return (
    <>
      <PageHeading title="Results" />
      <EmptyState
        heading="No ratings yet"
        actions={
          <LinkButton href={routes.workshops(id)} variant="primary" icon={<PeopleIcon />}>
            Go to the workshops
          </LinkButton>
        }
      >
        <p>
          Results appear here as soon as somebody has rated an indicator. Open a workshop, add a
          participant and hand them the laptop.
        </p>
      </EmptyState>
    </>
  )
}

function Missing({ code }: { readonly code: string }) {
  const id = useWorkbookId()
  return (
    <>
      <PageHeading title="There is no such indicator" />
      <EmptyState
        heading={`This framework has no indicator ${code}`}
        actions={<LinkButton href={routes.results(id)}>All results</LinkButton>}
      >
        <p>Choose one from the table of all results.</p>
      </EmptyState>
    </>
  )
}

interface ContentProps extends ResultsPageProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

function Content({ info, results, code }: ContentProps) {
  if (info.ratings === 0) return <NoRatings />
  if (code === null) return <AllResults info={info} results={results} />
  const indicator = results.indicators.find(each => each.code === code)
  return indicator ? (
    <OneIndicator info={info} results={results} indicator={indicator} />
  ) : (
    <Missing code={code} />
  )
}

/** Consolidated results: the table of all indicators, or one of them in full. */
export function ResultsPage({ code }: ResultsPageProps) {
  useLiveResults()
  const info = useWorkbook(state => state.info)
  const results = useResults(state => state.results)
  const refresh = useResults(state => state.refresh)
  const refreshInfo = useWorkbook(state => state.refreshInfo)
  return (
    <div className={styles.page}>
      <Loaded from={info} what="the workbook" onRetry={() => void refreshInfo()}>
        {known => (
          <Loaded from={results} what="the results" onRetry={() => void refresh()}>
            {loaded => <Content info={known} results={loaded} code={code} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}
