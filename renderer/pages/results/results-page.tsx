import { type ReactNode, useEffect, useRef } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { type ResultsView, routes } from '../../app/routes.ts'
import { atMostEvery, type Paced } from '../../data/results-store.ts'
import { useServices } from '../../data/services.tsx'
import {
  useResults,
  useResultsView,
  useWorkbook,
  useWorkbookId,
} from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../ui/feedback/notice.tsx'
import { DownloadIcon, PeopleIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { SubNav } from '../../ui/layout/nav.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import { OneIndicator } from './figures/one-indicator.tsx'
import styles from './results-page.module.css'
import { ScopePanel } from './scope-panel.tsx'
import { SyntheticNotice } from './scope-text.tsx'
import { findByName } from './shown-indicators.ts'
import { AllResults } from './views/all-results.tsx'
import { AnswersView, GroupsView } from './views/chart-views.tsx'
import { Overview } from './views/overview.tsx'
import { RoundsView } from './views/rounds-view.tsx'
import { SideBySideView } from './views/side-by-side-view.tsx'

interface ResultsPageProps {
  /** All indicators in one of the views, or one indicator in full. */
  readonly shows: { readonly view: ResultsView | 'overview' } | { readonly code: string }
}

/** The shortest time between two computations while ratings come in: short enough to follow a room. */
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
  if (info.ratings === 0 && !info.hasHands) return <NoRatings />
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
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  return (
    <Stack gap={4}>
      <Loaded from={info} what="the workbook" onRetry={() => void refreshInfo()}>
        {known => (
          <UnlessRating
            workshops={scope.workshops ?? null}
            mayLook
            heading={<PageHeading title="Results" />}
            onOthers={others => void setScope({ ...scope, workshops: others })}
          >
            <Loaded from={results} what="the results" onRetry={() => void refresh()}>
              {loaded => <Content info={known} results={loaded} shows={shows} />}
            </Loaded>
          </UnlessRating>
        )}
      </Loaded>
    </Stack>
  )
}

type View = ResultsView | 'overview'

/** The views, in the order in which a room goes through them. */
const VIEWS: readonly { readonly view: View; readonly label: string; readonly title: string }[] = [
  { view: 'overview', label: 'Overview', title: 'Results' },
  { view: 'table', label: 'Table', title: 'Results: table' },
  { view: 'answers', label: 'Answers', title: 'Results: answers' },
  { view: 'groups', label: 'Groups', title: 'Results: groups' },
  { view: 'side-by-side', label: 'Compare', title: 'Results: compare' },
  { view: 'rounds', label: 'Rounds', title: 'Results: rounds' },
]

interface ResultsViewsProps {
  readonly view: View
  readonly info: WorkbookInfo
  readonly results: Results
}

function viewOf({ view, info, results }: ResultsViewsProps): ReactNode {
  switch (view) {
    case 'overview':
      return <Overview info={info} results={results} />
    case 'table':
      return <AllResults info={info} results={results} />
    case 'answers':
      return <AnswersView info={info} results={results} />
    case 'groups':
      return <GroupsView info={info} results={results} />
    case 'side-by-side':
      return <SideBySideView info={info} results={results} />
    case 'rounds':
      return <RoundsView info={info} results={results} />
    default:
      return assertNever(view)
  }
}

/** The results of all indicators, seen in one of several ways; what is counted is the same in each. */
function ResultsViews(props: ResultsViewsProps) {
  const { view, info, results } = props
  const id = useWorkbookId()
  const title = VIEWS.find(each => each.view === view)?.title ?? 'Results'
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={title} isCompact />
        <SubNav
          label="Views of the results"
          items={[
            ...VIEWS.map(each => ({
              label: each.label,
              isCurrent: each.view === view,
              href:
                each.view === 'overview' ? routes.results(id) : routes.resultsView(id, each.view),
            })),
            { label: 'Comments', isCurrent: false, href: routes.comments(id) },
          ]}
        />
        <LinkButton href={routes.export(id)} variant="quiet" icon={<DownloadIcon />}>
          Export
        </LinkButton>
      </div>
      {info.madeUp && <SyntheticNotice />}
      <ScopePanel results={results} scale={info.scale} />
      {viewOf(props)}
    </>
  )
}
