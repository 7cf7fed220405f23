import type { FrameworkVersion } from '../../shared/model/framework.ts'
import type { StudyRule } from '../../shared/model/rules.ts'
import type { Loadable } from './loadable.ts'
import { useClient } from './services.tsx'
import { type Query, useQuery } from './use-query.ts'
import { useWorkbook, useWorkbookId } from './workbook-context.tsx'

/** The study's own rules, retired ones too, read again whenever one changes. */
export function useRules(): Query<readonly StudyRule[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.rules)
  return useQuery(String(revision), () => client.rule.list({ workbook }))
}

/** The framework's versions, read again whenever there is another one. */
export function useVersions(): Loadable<readonly FrameworkVersion[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.framework)
  return useQuery(`${workbook} ${revision}`, () => client.version.list({ workbook })).answer
}
