import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { AppFrame } from './frame/app-frame.tsx'
import { HasMovedProvider } from './frame/has-moved.tsx'
import { LibraryPage } from './pages/library/library-page.tsx'
import { OpenPackagesPage } from './pages/merge/open-packages-page.tsx'
import { NewWorkbookPage } from './pages/new-workbook/new-workbook-page.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { RatingDeskProvider } from './rating/rating-context.tsx'
import { patterns } from './routes.ts'
import { type Services, ServicesProvider } from './stores/services.tsx'
import { WorkbookProvider } from './stores/workbook-context.tsx'
import { WorkbookRoutes } from './workbook-routes.tsx'

/** The whole page: its services, and what stands at each address. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesProvider services={services}>
      <RatingDeskProvider>
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
      </RatingDeskProvider>
    </ServicesProvider>
  )
}
