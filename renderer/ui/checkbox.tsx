import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'
import styles from './checkbox.module.css'
import { classNames } from './class-names.ts'
import { CheckIcon } from './icons.tsx'

type CheckboxProps = Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'render'> & {
  readonly children: ReactNode
}

/** A choice to tick; the whole line is its target. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className={classNames(styles.checkbox)}>
        <span className={styles.box}>
          <CheckIcon size={18} />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
