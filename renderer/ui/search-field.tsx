import {
  type SearchFieldProps as AriaProps,
  SearchField as AriaSearchField,
  Button,
  Input,
  Label,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { CloseIcon, SearchIcon } from './icons.tsx'

type SearchFieldProps = Omit<AriaProps, 'children' | 'className' | 'style' | 'render'> & {
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
        <Input className={classNames(styles.input)} placeholder={placeholder} />
        <Button className={classNames(styles.clear)} aria-label="Clear the search">
          <CloseIcon size={18} />
        </Button>
      </div>
    </AriaSearchField>
  )
}
