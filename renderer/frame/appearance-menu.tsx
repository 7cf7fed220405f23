import type { Appearance } from '../../shared/host.ts'
import { useAppearance } from '../stores/services.tsx'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { AppearanceIcon } from '../ui/icons.tsx'
import type { Option } from '../ui/select.tsx'

const OPTIONS: readonly Option<Appearance>[] = [
  { value: 'system', label: 'Same as this laptop' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'projector', label: 'Projector, high contrast' },
]

interface AppearanceMenuProps {
  readonly ground?: 'page' | 'band'
}

/** Chooses how the page looks. */
export function AppearanceMenu({ ground = 'band' }: AppearanceMenuProps) {
  const appearance = useAppearance(state => state.appearance)
  const choose = useAppearance(state => state.choose)
  return (
    <ChoiceMenu
      label="Appearance"
      icon={<AppearanceIcon />}
      ground={ground}
      options={OPTIONS}
      value={appearance}
      onChange={choose}
    />
  )
}
