import { useState } from 'react'
import type { WorkshopPlan } from '../../../shared/model/whole-study.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { checkPlan, toDraft } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'

interface PlanDialogProps {
  readonly workshop: string
  readonly title: string
  readonly groups: readonly string[]
  readonly plan: WorkshopPlan
  readonly onClose: () => void
}

/** Plans a workshop: which laptops are expected, and how many people of each group are wanted. */
export function PlanDialog({ workshop, title, groups, plan, onClose }: PlanDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [draft, setDraft] = useState(() => toDraft(plan))
  const { isDoing, problem, setProblem, run } = useAction()
  const save = () =>
    run(async () => {
      const checked = checkPlan(draft)
      if ('error' in checked) return setProblem(checked.error)
      await client.study.setPlan({ workbook, workshop, plan: checked.plan })
      onClose()
    })
  return (
    <Dialog
      title={`Plan for ${title}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            Save the plan
          </Button>
        </>
      }
    >
      <p>It goes with the set-up package. The page of the study then says what is outstanding.</p>
      <PlanFields title={title} groups={groups} draft={draft} onChange={setDraft} />
      <ProblemNotice heading="The plan was not saved" problem={problem} />
    </Dialog>
  )
}
