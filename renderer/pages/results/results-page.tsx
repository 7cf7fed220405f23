import { useEffect, useRef } from 'react'
import type { Results } from '../../../shared/model/results.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { type ResultsView, routes } from '../../routes.ts'
import { atMostEvery, type Paced } from '../../stores/at-most-every.ts'
import { useServices } from '../../stores/services.tsx'
import {
  useResults,
  useResultsView,
  useWorkbook,
  useWorkbookId,
} from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PeopleIcon } from '../../ui/icons.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { findByName } from './name-in-address.ts'
import { OneIndicator } from './one-indicator.tsx'
import styles from './results-page.module.css'
import { ResultsViews } from './results-views.tsx'

interface ResultsPageProps {
  /** All indicators in one of the views, or one indicator in full. */
  readonly shows: { readonly view: ResultsView | 'overview' } | { readonly code: string }
}

/** How often figures are computed anew while ratings come in: often enough to follow a room. */
const PACE_MS = 400

/** Keeps the results in step with the ratings while the page is open. */
function useLiveResults(): void {
  const refresh = useResults(state => state.refresh)
  const revision = useWorkbook(state => state.revision)
  const paced = useRef<Paced | null>(null)
  useEffect(() => {
    const started = atMostEvery(PACE_MS, refresh)
    paced.current = started
    return () => started.stop()
  }, [refresh])
  useEffect(() => {
    if (revision.ratings > 0) paced.current?.ask()
  }, [revision])
}

/** Turns every chart into its table and back when the keys or the menu say so. */
function useTableCommand(): void {
  const { host } = useServices()
  const switchTables = useResultsView(state => state.switchTables)
  useEffect(
    () =>
      host.onCommand(command => {
        if (command === 'chart-tables') switchTables()
      }),
    [host, switchTables],
  )
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

interface ContentProps {
  readonly shows: ResultsPageProps['shows']
  readonly info: WorkbookInfo
  readonly results: Results
}

function Content({ info, results, shows }: ContentProps) {
  if (info.ratings === 0) return <NoRatings />
  if ('view' in shows) return <ResultsViews view={shows.view} info={info} results={results} />
  const indicator = findByName(results.indicators, shows.code)
  return indicator ? (
    <OneIndicator info={info} results={results} indicator={indicator} />
  ) : (
    <Missing code={shows.code} />
  )
}

/** Consolidated results: all indicators in one of several views, or one of them in full. */
export function ResultsPage({ shows }: ResultsPageProps) {
  useLiveResults()
  useTableCommand()
  const info = useWorkbook(state => state.info)
  const results = useResults(state => state.results)
  const refresh = useResults(state => state.refresh)
  const refreshInfo = useWorkbook(state => state.refreshInfo)
  return (
    <div className={styles.page}>
      <Loaded from={info} what="the workbook" onRetry={() => void refreshInfo()}>
        {known => (
          <Loaded from={results} what="the results" onRetry={() => void refresh()}>
            {loaded => <Content info={known} results={loaded} shows={shows} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}
