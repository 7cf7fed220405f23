import { APPEARANCE_OPTIONS } from '../../../shared/messages/program/appearance.ts'
import { useAppearance } from '../../data/services.tsx'
import { AppearanceIcon } from '../../ui/icons.tsx'
import { ChoiceMenu } from '../../ui/input/menu.tsx'

/** The appearance of the page, for a participant, who does not come to the settings. */
export function AppearanceMenu() {
  const appearance = useAppearance(state => state.appearance)
  const choose = useAppearance(state => state.choose)
  return (
    <ChoiceMenu
      label="Appearance"
      icon={<AppearanceIcon />}
      options={APPEARANCE_OPTIONS}
      value={appearance}
      onChange={choose}
    />
  )
}
