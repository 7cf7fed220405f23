import type { ReactNode } from 'react'
import {
  type TextFieldProps as AriaProps,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchProps,
  TextField as AriaTextField,
  Button,
  FieldError,
  Input,
  Label,
  Text,
  TextArea as TextAreaInput,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CautionIcon, CloseIcon, SearchIcon } from '../icons.tsx'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import styles from './text-field.module.css'

type TextFieldProps = FieldWords &
  Omit<AriaProps, 'children' | 'className' | 'style' | 'render' | 'isInvalid'> & {
    readonly placeholder?: string
  }

/**
 * The attributes of a field whose words the next person must not find: a browser that filled it in again after Back, or
 * learned its words for its suggestions, would show them; one that looks spelling up elsewhere would send them.
 */
export const LEAVES_NOTHING = {
  autoComplete: 'off',
  autoCorrect: 'off',
  spellCheck: 'false',
} as const

/** The direction of what is in a field: as its first letter runs, and while it is empty as the page does. */
const asBegun = ({ value, defaultValue }: Pick<AriaProps, 'value' | 'defaultValue'>) =>
  (value ?? defaultValue ?? '') === '' ? {} : ({ dir: 'auto' } as const)

/** One line of text, always with a label that stays. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, description, error, placeholder = '', ...rest } = props
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={classNames(styles.field)}>
      <FieldHeading label={label} isLabelHidden={isLabelHidden} description={description} />
      <Input {...asBegun(rest)} className={classNames(styles.input)} placeholder={placeholder} />
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
        {...asBegun(rest)}
        rows={rows}
        className={classNames(styles.input, styles.area)}
        placeholder={placeholder}
      />
      <FieldProblem>{error}</FieldProblem>
    </AriaTextField>
  )
}

/** The label, description and error that every field puts around its control. */
export interface FieldWords {
  readonly label: string
  /** For a field in a list whose place says what it is; the label is then only read out. */
  readonly isLabelHidden?: boolean
  /** One sentence of help, under the label. */
  readonly description?: string | undefined
  /** The problem and its remedy; null or left out while there is none. */
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

type SearchFieldProps = Omit<AriaSearchProps, 'children' | 'className' | 'style' | 'render'> & {
  readonly label: string
  readonly placeholder?: string
}

/** A field that narrows down a list as one types; Escape clears it. */
export function SearchField({ label, placeholder = ' ', ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={classNames(styles.field)}>
      <Label className={classNames(styles.label)}>{label}</Label>
      <div className={styles.search}>
        <SearchIcon />
        <Input {...asBegun(rest)} className={classNames(styles.input)} placeholder={placeholder} />
        <Button className={classNames(styles.clear)} aria-label="Clear the search">
          <CloseIcon size={18} />
        </Button>
      </div>
    </AriaSearchField>
  )
}
