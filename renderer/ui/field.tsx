import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { CautionIcon } from './icons.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What every field has around its control. */
export interface FieldWords {
  readonly label: string
  /** For a field in a list whose place says what it is; the label is then only read out. */
  readonly isLabelHidden?: boolean
  /** One sentence of help, under the label. */
  readonly description?: string | undefined
  /** What is wrong and what to do; null or left out while nothing is. */
  readonly error?: string | null | undefined
}

/** The words before a control: its label and help. For use inside a React Aria field. */
export function FieldHeading({ label, isLabelHidden, description }: FieldWords) {
  return (
    <>
      <Label className={classNames(styles.label)}>
        {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </Label>
      {description && (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
    </>
  )
}

/** The words after a control, when what is in it will not do. */
export function FieldProblem({ children }: { readonly children: ReactNode }) {
  return (
    <FieldError className={classNames(styles.error)}>
      <CautionIcon />
      <span>{children}</span>
    </FieldError>
  )
}
