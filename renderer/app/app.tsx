import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { type Services, ServicesProvider } from '../data/services.tsx'
import { useWorkbookId, WorkbookProvider } from '../data/workbook-context.tsx'
import { CommentsPage } from '../pages/comments/comments-page.tsx'
import { NotFoundPage } from '../pages/common/no-page.tsx'
import { ConflictsPage } from '../pages/conflicts/conflicts-page.tsx'
import { DiscussPage } from '../pages/discussion/discuss-page.tsx'
import { ShowPage } from '../pages/discussion/show-page.tsx'
import { ExportPage } from '../pages/export/export-page.tsx'
import { PackagePage } from '../pages/export/package-page.tsx'
import { NewWorkbookPage } from '../pages/frameworks/load/new-workbook-page.tsx'
import {
  AddIndicatorPage,
  EditIndicatorPage,
} from '../pages/frameworks/versions/edit-indicator.tsx'
import { LoadVersionPage } from '../pages/frameworks/versions/load-version-page.tsx'
import { VersionPage } from '../pages/frameworks/versions/version-page.tsx'
import { FrameworkPage } from '../pages/frameworks/view/framework-page.tsx'
import { LibraryPage } from '../pages/library/library-page.tsx'
import { MergePage } from '../pages/merge/merge-page.tsx'
import { OpenPackagesPage } from '../pages/merge/open-packages-page.tsx'
import { ReceiptPage } from '../pages/merge/receipt-page.tsx'
import { ResultsPage } from '../pages/results/results-page.tsx'
import { RulesPage } from '../pages/rules/rules-page.tsx'
import { WorkshopFormPage } from '../pages/workshops/workshop-form-page.tsx'
import { WorkshopPage } from '../pages/workshops/workshop-page.tsx'
import { WorkshopsPage } from '../pages/workshops/workshops-page.tsx'
import { HandOverPage } from '../rating/screen/calm-page.tsx'
import { JoinPage } from '../rating/screen/join-page.tsx'
import { RatingPage } from '../rating/screen/rating-page.tsx'
import { RatingServiceProvider } from '../rating/session/rating-context.tsx'
import { AppFrame, BareFrame, HasMovedProvider, StageFrame, WorkbookFrame } from './frame.tsx'
import { patterns, RESULTS_VIEWS, routes } from './routes.ts'

/** The whole page: its services, and what stands at each address. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesProvider services={services}>
      <RatingServiceProvider>
        <Router hook={useHashLocation}>
          <HasMovedProvider>
            <Switch>
              <Route path={patterns.workbook}>
                {({ workbook }) => (
                  <WorkbookProvider key={workbook} id={workbook}>
                    <WorkbookRoutes />
                  </WorkbookProvider>
                )}
              </Route>
              <Route>
                <AppFrame>
                  <Switch>
                    <Route path={patterns.library} component={LibraryPage} />
                    <Route path={patterns.newWorkbook} component={NewWorkbookPage} />
                    <Route path={patterns.openPackages} component={OpenPackagesPage} />
                    <Route component={NotFoundPage} />
                  </Switch>
                </AppFrame>
              </Route>
            </Switch>
          </HasMovedProvider>
        </Router>
      </RatingServiceProvider>
    </ServicesProvider>
  )
}

/** The pages that have the workbook's tabs around them. */
function TabbedRoutes() {
  const id = useWorkbookId()
  return (
    <WorkbookFrame>
      <Switch>
        <Route path={patterns.loadVersion} component={LoadVersionPage} />
        <Route path={patterns.version}>{({ hash }) => <VersionPage hash={hash} />}</Route>
        <Route path={patterns.addIndicator} component={AddIndicatorPage} />
        <Route path={patterns.editIndicator}>
          {({ code }) => <EditIndicatorPage code={code} />}
        </Route>
        <Route path={patterns.framework}>
          {({ code }) => <FrameworkPage code={code ?? null} />}
        </Route>
        <Route path={patterns.workshops} component={WorkshopsPage} />
        <Route path={patterns.newWorkshop} component={WorkshopFormPage} />
        <Route path={patterns.workshop}>
          {({ workshop }) => <WorkshopPage workshop={workshop} />}
        </Route>
        <Route path={patterns.discuss}>
          {({ workshop }) => <DiscussPage workshop={workshop} />}
        </Route>
        <Route path={patterns.rules} component={RulesPage} />
        <Route path={patterns.comments} component={CommentsPage} />
        <Route path={patterns.resultsView}>
          {({ view }) => (
            <ResultsPage
              shows={{ view: RESULTS_VIEWS.find(each => each === view) ?? 'overview' }}
            />
          )}
        </Route>
        <Route path={patterns.results}>
          {({ code }) => <ResultsPage shows={code ? { code } : { view: 'overview' }} />}
        </Route>
        <Route path={patterns.conflicts} component={ConflictsPage} />
        <Route path={patterns.merge} component={MergePage} />
        <Route path={patterns.receipt}>
          {({ receipt }) => <ReceiptPage key={receipt} receipt={receipt} />}
        </Route>
        <Route path={patterns.exportPackage} component={PackagePage} />
        <Route path={patterns.export} component={ExportPage} />
        <Route path="/workbook/:workbook">
          <Redirect to={routes.framework(id)} replace />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </WorkbookFrame>
  )
}

/** What stands at each address within one workbook. */
function WorkbookRoutes() {
  const id = useWorkbookId()
  return (
    <Switch>
      <Route path={patterns.join}>
        {({ workshop }) => (
          <BareFrame>
            <JoinPage workshop={workshop} />
          </BareFrame>
        )}
      </Route>
      <Route path={patterns.rate}>
        {({ workshop, participant, round }) => (
          <RatingPage
            workshop={workshop}
            participant={participant}
            round={round === undefined ? null : Number(round)}
          />
        )}
      </Route>
      <Route path={patterns.handOver}>
        {({ workshop }) => (
          <BareFrame>
            <HandOverPage workshop={workshop} />
          </BareFrame>
        )}
      </Route>
      <Route path={patterns.show}>
        {params => (
          <StageFrame workbook={id}>
            <ShowPage {...params} />
          </StageFrame>
        )}
      </Route>
      <Route component={TabbedRoutes} />
    </Switch>
  )
}
