import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { type ResultsView, routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SubNav } from '../../ui/sub-nav.tsx'
import { AllResults } from './all-results.tsx'
import { AnswersView, GroupsView } from './chart-views.tsx'
import { MadeUpNotice } from './made-up-notice.tsx'
import { Overview } from './overview/overview.tsx'
import styles from './results-views.module.css'
import { RoundsView } from './rounds-view.tsx'
import { ScopePanel } from './scope-panel.tsx'

type View = ResultsView | 'overview'

/** The views, in the order in which a room goes through them. */
const VIEWS: readonly { readonly view: View; readonly label: string; readonly title: string }[] = [
  { view: 'overview', label: 'Overview', title: 'Results' },
  { view: 'table', label: 'Table', title: 'Results: table' },
  { view: 'answers', label: 'Answers', title: 'Results: answers' },
  { view: 'groups', label: 'Groups', title: 'Results: groups' },
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
    case 'rounds':
      return <RoundsView info={info} results={results} />
    default:
      return assertNever(view)
  }
}

/** The results of all indicators, seen in one of several ways; what is counted is the same in each. */
export function ResultsViews(props: ResultsViewsProps) {
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
      {info.madeUp && <MadeUpNotice />}
      <ScopePanel results={results} scale={info.scale} />
      {viewOf(props)}
    </>
  )
}
