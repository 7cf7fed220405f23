import { APPEARANCES, type Appearance, type TextSize } from '../../host.ts'

/** The names of the appearances of the page. */
export const APPEARANCE_NAMES: Readonly<Record<Appearance, string>> = {
  system: 'Same as this laptop',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector, high contrast',
}

/** The appearances of the page, as a person chooses them. */
export const APPEARANCE_OPTIONS: readonly {
  readonly value: Appearance
  readonly label: string
}[] = APPEARANCES.map(value => ({ value, label: APPEARANCE_NAMES[value] }))

/** The sizes of the page's text, as a person chooses them. */
export const TEXT_SIZE_OPTIONS: readonly { readonly value: TextSize; readonly label: string }[] = [
  { value: '100', label: 'Usual' },
  { value: '115', label: 'Large' },
  { value: '130', label: 'Largest' },
]
