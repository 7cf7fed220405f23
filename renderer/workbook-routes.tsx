import { Redirect, Route, Switch } from 'wouter'
import { WorkbookFrame } from './frame/workbook-frame.tsx'
import { ExportPage } from './pages/export/export-page.tsx'
import { FrameworkPage } from './pages/framework/framework-page.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { ResultsPage } from './pages/results/results-page.tsx'
import { patterns, routes } from './routes.ts'
import { useWorkbookId } from './stores/workbook-context.tsx'

/** What stands at each address within one workbook. */
export function WorkbookRoutes() {
  const id = useWorkbookId()
  return (
    <WorkbookFrame>
      <Switch>
        <Route path={patterns.framework}>
          {({ code }) => <FrameworkPage code={code ?? null} />}
        </Route>
        <Route path={patterns.results}>{({ code }) => <ResultsPage code={code ?? null} />}</Route>
        <Route path={patterns.export} component={ExportPage} />
        <Route path="/workbook/:workbook">
          <Redirect to={routes.framework(id)} replace />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </WorkbookFrame>
  )
}
