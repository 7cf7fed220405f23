import { useState } from 'react'
import type { ScaleLength } from '../../shared/model/scale.ts'
import { type Problem, problemOf } from '../host/problem.ts'
import { useClient } from '../stores/services.tsx'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import styles from './change-scale.module.css'
import { SCALE_OPTIONS, scaleOfKey } from './scale-options.ts'

interface SheetProps {
  readonly present: ScaleLength
  readonly onClose: () => void
}

function Sheet({ present, onClose }: SheetProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const refresh = useWorkbook(state => state.refreshInfo)
  const [chosen, setChosen] = useState<ScaleLength>(present)
  const [problem, setProblem] = useState<Problem | null>(null)
  const change = async () => {
    try {
      await client.workbook.changeScale({ workbook, scale: chosen })
      await refresh()
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog
      title="On which scale do people answer?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void change()}>
            Use {chosen} levels
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Scale"
        description="It can be changed until the first answer. Answers are never converted, so other laptops need the same one."
        options={SCALE_OPTIONS}
        value={`${chosen}`}
        onChange={key => setChosen(scaleOfKey(key))}
      />
      {problem && (
        <Notice tone="danger" heading="That did not work" announce>
          <p>{problem.message}</p>
        </Notice>
      )}
    </Dialog>
  )
}

/** The scale of a workbook in which nobody has rated yet, and the way to choose another. */
export function ChangeScale() {
  const info = useWorkbook(state => state.info)
  const [isOpen, setIsOpen] = useState(false)
  if (info.state !== 'ready' || info.value.ratingRecords > 0) return null
  const { scale } = info.value
  return (
    <div className={styles.line}>
      <p>People answer on a scale of {scale} levels.</p>
      <Button variant="quiet" onPress={() => setIsOpen(true)}>
        Choose another scale
      </Button>
      {isOpen && <Sheet present={scale} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
