import { counted } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says on the pages that they concern that there are conflicts, and leads to them. */
export function ConflictsLink() {
  const workbook = useWorkbookId()
  const info = useWorkbook(state => state.info)
  if (info.state !== 'ready' || info.value.conflicts === 0) return null
  return (
    <Notice
      tone="caution"
      heading={counted(info.value.conflicts, 'open conflict', 'open conflicts')}
      actions={<LinkButton href={routes.conflicts(workbook)}>Look at both sides</LinkButton>}
    >
      <p>Where one person has two answers to a question, you say which one counts.</p>
    </Notice>
  )
}
