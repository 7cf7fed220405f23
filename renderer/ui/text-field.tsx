import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  Input,
  TextArea as TextAreaInput,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { FieldHeading, FieldProblem, type FieldWords } from './field.tsx'

type TextFieldProps = FieldWords &
  Omit<AriaProps, 'children' | 'className' | 'style' | 'render' | 'isInvalid'> & {
    readonly placeholder?: string
  }

/** One line of text, always with a label that stays. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, description, error, placeholder = '', ...rest } = props
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={classNames(styles.field)}>
      <FieldHeading label={label} isLabelHidden={isLabelHidden} description={description} />
      <Input className={classNames(styles.input)} placeholder={placeholder} />
      <FieldProblem>{error}</FieldProblem>
    </AriaTextField>
  )
}

type TextAreaProps = TextFieldProps & { readonly rows?: number }

/** Several lines of text, such as a comment. */
export function TextArea(props: TextAreaProps) {
  const { label, description, error, placeholder = '', rows = 3, ...rest } = props
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={classNames(styles.field)}>
      <FieldHeading label={label} description={description} />
      <TextAreaInput
        rows={rows}
        className={classNames(styles.input, styles.area)}
        placeholder={placeholder}
      />
      <FieldProblem>{error}</FieldProblem>
    </AriaTextField>
  )
}
