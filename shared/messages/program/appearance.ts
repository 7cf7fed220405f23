import type { Appearance, TextSize } from '../../host.ts'

/** The appearances of the page, as a person chooses them. */
export const APPEARANCE_OPTIONS: readonly {
  readonly value: Appearance
  readonly label: string
}[] = [
  { value: 'system', label: 'Same as this laptop' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'projector', label: 'Projector, high contrast' },
]

/** The sizes of the page's text, as a person chooses them. */
export const TEXT_SIZE_OPTIONS: readonly { readonly value: TextSize; readonly label: string }[] = [
  { value: '100', label: 'Usual' },
  { value: '115', label: 'Large' },
  { value: '130', label: 'Largest' },
]
