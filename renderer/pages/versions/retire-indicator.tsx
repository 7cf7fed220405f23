import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Indicator } from '../../../shared/model/framework.ts'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useEdit } from './use-edit.ts'

interface RetireIndicatorProps {
  readonly indicator: Indicator
  /** The version that is on screen. */
  readonly against: string
}

/** A button that takes an indicator out of the framework, after asking. */
export function RetireIndicator({ indicator, against }: RetireIndicatorProps) {
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const { edit, isBusy, problem } = useEdit(against, () => {
    setIsAsking(false)
    go(routes.framework(workbook))
  })
  const retire = () => void edit({ kind: 'retire', indicator: indicator.id })
  return (
    <>
      <Button variant="quiet" onPress={() => setIsAsking(true)}>
        Retire
      </Button>
      <Dialog
        title={`Retire ${indicator.code}?`}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>Keep it</Button>
            <Button variant="danger" isPending={isBusy} onPress={retire}>
              Retire it
            </Button>
          </>
        }
      >
        <p>
          Nobody is asked about it from now on. What was rated stays in the results, marked as
          retired. To bring it back, load a framework that has it.
        </p>
        {problem && (
          <Notice tone="danger" heading="It was not retired" announce>
            <p>{problem.message}</p>
          </Notice>
        )}
      </Dialog>
    </>
  )
}
