import type { StudyRule } from '../../shared/model/rules.ts'
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
