import { counted } from '../../../shared/messages/figures.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { LinkButton } from '../../ui/input/button.tsx'

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
