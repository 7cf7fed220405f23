import { APPEARANCES } from '../../../shared/host.ts'
import { useAppearance } from '../../data/services.tsx'
import { AppearanceIcon } from '../../ui/icons.tsx'
import { ChoiceMenu } from '../../ui/input/menu.tsx'
import { useWords } from '../../ui/language/language-context.tsx'

/** The appearance of the page, for a participant, who does not come to the settings. */
export function AppearanceMenu() {
  const appearance = useAppearance(state => state.appearance)
  const choose = useAppearance(state => state.choose)
  const words = useWords().appearance
  return (
    <ChoiceMenu
      label={words.name}
      icon={<AppearanceIcon />}
      options={APPEARANCES.map(option => ({ value: option, label: words[option] }))}
      value={appearance}
      onChange={choose}
    />
  )
}
