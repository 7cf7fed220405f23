import type { ReactNode } from 'react'
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
  SwitchButton,
  SwitchField,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CheckIcon } from '../icons.tsx'
import styles from './checkbox.module.css'

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
        <span dir="auto">{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}

interface SwitchProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  /** Names the thing that is on or off; the words do not change with it. */
  readonly children: ReactNode
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ isSelected, onChange, children }: SwitchProps) {
  return (
    <SwitchField isSelected={isSelected} onChange={onChange} className={classNames(styles.field)}>
      <SwitchButton className={classNames(styles.switch)}>
        <span className={styles.track}>
          <span className={styles.knob}>
            <CheckIcon size={14} />
          </span>
        </span>
        {children}
      </SwitchButton>
    </SwitchField>
  )
}
