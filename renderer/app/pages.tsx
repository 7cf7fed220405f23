import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useServices } from '../data/services.tsx'
import { useWorkbookId, WorkbookProvider } from '../data/workbook-context.tsx'
import { CommentsPage } from '../pages/comments/comments-page.tsx'
import { NotFoundPage } from '../pages/common/no-page.tsx'
import { ConflictsPage } from '../pages/conflicts/conflicts-page.tsx'
import { DataEntryPage } from '../pages/data-entry/data-entry-page.tsx'
import { DiaryPage } from '../pages/diary/diary-page.tsx'
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
import { HandsPage } from '../pages/hands/hands-page.tsx'
import { HelpPage } from '../pages/help/help-page.tsx'
import { LibraryPage } from '../pages/library/library-page.tsx'
import { FirstPinPage } from '../pages/lock/first-pin-page.tsx'
import { LockPage } from '../pages/lock/lock-page.tsx'
import { MergePage } from '../pages/merge/merge-page.tsx'
import { OpenPackagesPage } from '../pages/merge/open-packages-page.tsx'
import { ReceiptPage } from '../pages/merge/receipt-page.tsx'
import { KeyInPage } from '../pages/paper/key-in-page.tsx'
import { PaperPage } from '../pages/paper/paper-page.tsx'
import { AboutPage } from '../pages/program/about-page.tsx'
import { SettingsPage } from '../pages/program/settings-page.tsx'
import { ResultsPage } from '../pages/results/results-page.tsx'
import { RulesPage } from '../pages/rules/rules-page.tsx'
import { StudyPage } from '../pages/study/study-page.tsx'
import { RoomViewPage } from '../pages/workshops/room/room-view-page.tsx'
import { WorkshopFormPage } from '../pages/workshops/workshop-form-page.tsx'
import { WorkshopPage } from '../pages/workshops/workshop-page.tsx'
import { WorkshopsPage } from '../pages/workshops/workshops-page.tsx'
import { AppFrame, HasMovedProvider, StageFrame, WorkbookFrame } from './frame.tsx'
import { codeIn, RESULTS_VIEWS, routes } from './routes.ts'

/** Leads from the address of a room that has given the laptop back to its workshop. */
function AfterRoom() {
  const { lastRoom } = useServices().lock.getState()
  const to = lastRoom ? routes.workshop(lastRoom.workbook, lastRoom.workshop) : routes.library()
  return <Redirect to={to} replace />
}

/** Every page of a laptop that is the facilitator's, by address. */
export function Pages() {
  return (
    <Router hook={useHashLocation}>
      <HasMovedProvider>
        <Switch>
          <Route path={routes.workbook.pattern}>
            {({ workbook }) => (
              <WorkbookProvider key={workbook} id={workbook}>
                <WorkbookRoutes />
              </WorkbookProvider>
            )}
          </Route>
          <Route>
            <AppFrame>
              <Switch>
                <Route path={routes.library.pattern} component={LibraryPage} />
                <Route path={routes.newWorkbook.pattern} component={NewWorkbookPage} />
                <Route path={routes.openPackages.pattern} component={OpenPackagesPage} />
                <Route path={routes.lock.pattern} component={LockPage} />
                <Route path={routes.settings.pattern} component={SettingsPage} />
                <Route path={routes.about.pattern} component={AboutPage} />
                <Route path={routes.help.pattern}>
                  {({ guide, section }) => (
                    <HelpPage guide={guide ?? null} section={section ?? null} />
                  )}
                </Route>
                <Route path={routes.room.pattern} component={AfterRoom} />
                <Route component={NotFoundPage} />
              </Switch>
            </AppFrame>
          </Route>
        </Switch>
      </HasMovedProvider>
    </Router>
  )
}

/** The pages that have the workbook's tabs around them. */
function TabbedRoutes() {
  const id = useWorkbookId()
  return (
    <WorkbookFrame>
      <Switch>
        <Route path={routes.loadVersion.pattern} component={LoadVersionPage} />
        <Route path={routes.version.pattern}>{({ hash }) => <VersionPage hash={hash} />}</Route>
        <Route path={routes.addIndicator.pattern} component={AddIndicatorPage} />
        <Route path={routes.editIndicator.pattern}>
          {({ code }) => <EditIndicatorPage code={codeIn(code)} />}
        </Route>
        <Route path={routes.framework.pattern}>
          {({ code }) => <FrameworkPage code={code ? codeIn(code) : null} />}
        </Route>
        <Route path={routes.study.pattern} component={StudyPage} />
        <Route path={routes.diary.pattern} component={DiaryPage} />
        <Route path={routes.workshops.pattern} component={WorkshopsPage} />
        <Route path={routes.newWorkshop.pattern} component={WorkshopFormPage} />
        <Route path={routes.workshop.pattern}>
          {({ workshop }) => <WorkshopPage workshop={workshop} />}
        </Route>
        <Route path={routes.pin.pattern}>
          {({ workshop }) => <FirstPinPage workshop={workshop} />}
        </Route>
        <Route path={routes.hands.pattern}>
          {({ workshop }) => <HandsPage workshop={workshop} shown={null} />}
        </Route>
        <Route path={routes.handsOf.pattern}>
          {({ workshop, group, round }) => (
            <HandsPage
              key={`${round} ${group}`}
              workshop={workshop}
              shown={{ group: codeIn(group), round: Number(round) }}
            />
          )}
        </Route>
        <Route path={routes.paper.pattern}>
          {({ workshop }) => <PaperPage workshop={workshop} />}
        </Route>
        <Route path={routes.dataEntry.pattern}>
          {({ workshop }) => <DataEntryPage key={workshop} workshop={workshop} />}
        </Route>
        <Route path={routes.keyIn.pattern}>
          {({ workshop, sheet, pass }) => (
            <KeyInPage
              key={`${sheet} ${pass}`}
              workshop={workshop}
              sheet={Number(sheet)}
              pass={pass === '2' ? 2 : 1}
            />
          )}
        </Route>
        <Route path={routes.discuss.pattern}>
          {({ workshop }) => <DiscussPage workshop={workshop} />}
        </Route>
        <Route path={routes.rules.pattern} component={RulesPage} />
        <Route path={routes.comments.pattern} component={CommentsPage} />
        <Route path={routes.resultsView.pattern}>
          {({ view }) => (
            <ResultsPage
              shows={{ view: RESULTS_VIEWS.find(each => each === view) ?? 'overview' }}
            />
          )}
        </Route>
        <Route path={routes.results.pattern}>
          {({ code }) => (
            <ResultsPage shows={code ? { code: codeIn(code) } : { view: 'overview' }} />
          )}
        </Route>
        <Route path={routes.conflicts.pattern} component={ConflictsPage} />
        <Route path={routes.merge.pattern} component={MergePage} />
        <Route path={routes.receipt.pattern}>
          {({ receipt }) => <ReceiptPage key={receipt} receipt={receipt} />}
        </Route>
        <Route path={routes.exportPackage.pattern}>
          {({ workshop }) => <PackagePage key={workshop ?? ''} workshop={workshop ?? null} />}
        </Route>
        <Route path={routes.export.pattern} component={ExportPage} />
        <Route path={routes.workbookStart.pattern}>
          <Redirect to={routes.framework(id)} replace />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </WorkbookFrame>
  )
}

/** The pages within one workbook, by address. */
function WorkbookRoutes() {
  const id = useWorkbookId()
  return (
    <Switch>
      <Route path={routes.show.pattern}>
        {params => (
          <StageFrame workbook={id}>
            <ShowPage workshop={params.workshop} code={codeIn(params.code)} />
          </StageFrame>
        )}
      </Route>
      <Route path={routes.roomView.pattern}>
        {({ workshop }) => (
          <StageFrame workbook={id}>
            <RoomViewPage workshop={workshop} />
          </StageFrame>
        )}
      </Route>
      <Route component={TabbedRoutes} />
    </Switch>
  )
}
