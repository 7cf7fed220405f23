import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CloseIcon } from '../icons.tsx'
import { IconButton } from '../input/button.tsx'
import { spokenIn, usePageLanguage } from '../language/language-context.tsx'
import styles from './dialog.module.css'
import { Stack } from './stack.tsx'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** Called when the person closes it: Escape, the cross, or a press outside. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at its foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'normal' | 'wide'
  /** `alertdialog` for one that comes by itself, so that a screen reader says all of it. */
  readonly role?: 'dialog' | 'alertdialog'
}

/** A sheet over the page for one decision. It holds the focus and gives it back when it closes. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, size, role = 'dialog' } = props
  const language = usePageLanguage()
  return (
    <ModalOverlay
      className={classNames(styles.veil)}
      isOpen={isOpen}
      isDismissable
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <Modal
        {...spokenIn(language)}
        className={classNames(styles.modal, size === 'wide' && styles.wide)}
      >
        <AriaDialog role={role} className={classNames(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} dir="auto" className={classNames(styles.title)}>
              {title}
            </Heading>
            <IconButton
              label={language.words.controls.close}
              icon={<CloseIcon />}
              onPress={onClose}
            />
          </div>
          <Stack gap={4}>{children}</Stack>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
