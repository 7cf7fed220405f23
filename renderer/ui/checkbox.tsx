import type { ReactNode } from 'react'
import {
  CheckboxGroup as AriaCheckboxGroup,
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
  type CheckboxGroupProps as GroupProps,
} from 'react-aria-components'
import styles from './checkbox.module.css'
import { classNames } from './class-names.ts'
import fieldStyles from './field.module.css'
import { FieldHeading, FieldProblem, type FieldWords } from './field.tsx'
import { CheckIcon } from './icons.tsx'

export type CheckboxProps = Omit<
  CheckboxFieldProps,
  'children' | 'className' | 'style' | 'render'
> & {
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

export type CheckboxGroupProps = FieldWords &
  Omit<GroupProps, 'children' | 'className' | 'style' | 'render' | 'isInvalid'> & {
    readonly children: ReactNode
    /** `row` lays short choices side by side. */
    readonly layout?: 'column' | 'row'
  }

/** Several choices under one question; its `Checkbox`es carry a `value` each. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, description, error, layout = 'column', children, ...rest } = props
  return (
    <AriaCheckboxGroup
      {...rest}
      isInvalid={Boolean(error)}
      className={classNames(fieldStyles.field)}
    >
      <FieldHeading label={label} description={description} />
      <div className={layout === 'row' ? styles.row : styles.column}>{children}</div>
      <FieldProblem>{error}</FieldProblem>
    </AriaCheckboxGroup>
  )
}
