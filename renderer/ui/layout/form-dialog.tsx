import { type FormEvent, type ReactNode, useId } from 'react'
import { Button } from '../input/button.tsx'
import { useWords } from '../language/language-context.tsx'
import { Dialog } from './dialog.tsx'
import { Stack } from './stack.tsx'

interface FormDialogProps {
  readonly title: string
  /** The words of the button that submits; Enter in a field does so too. */
  readonly submit: string
  readonly isDoing: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog with fields to fill in, one way to submit them, and one to leave it. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isDoing, onSubmit, onClose, children } = props
  const { controls } = useWords()
  const form = useId()
  const onFormSubmit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{controls.cancel}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isDoing}>
            {submit}
          </Button>
        </>
      }
    >
      <Stack as="form" id={form} gap={4} onSubmit={onFormSubmit}>
        {children}
      </Stack>
    </Dialog>
  )
}
