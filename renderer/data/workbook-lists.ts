import type { StudyRule } from '../../shared/model/rules.ts'
import { useClient } from './services.tsx'
import { type Asked, useAsked } from './use-asked.ts'
import { useWorkbook, useWorkbookId } from './workbook-context.tsx'

/** The study's own rules, retired ones too, read again whenever one changes. */
export function useRules(): Asked<readonly StudyRule[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.rules)
  return useAsked(String(revision), () => client.rule.list({ workbook }))
}
