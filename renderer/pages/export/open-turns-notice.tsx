import { openTurnsWords } from '../../../shared/messages/turns.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'

/** Says that people are rating just now, whose answers are in no file yet; nothing while nobody is. */
export function OpenTurnsNotice() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.ratings)
  const { answer } = useQuery(String(revision), () => client.turn.underWay({ workbook }))
  const words = answer.state === 'ready' ? openTurnsWords(answer.value) : null
  if (words === null) return null
  return (
    <Notice heading="Somebody is still rating">
      <p>{words}</p>
    </Notice>
  )
}
