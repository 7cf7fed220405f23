import { RATING_KEYS, TENTH_LEVEL_KEY } from '../../../shared/commands.ts'
import { KeyList } from '../../app/help-sheet.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { LanguageChoice } from '../language/language-choice.tsx'
import { useChoices, useRating, useRatingSessions } from '../session/rating-context.tsx'
import { useReadAloud } from '../voice/reader-context.tsx'

interface KeySheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The keys for rating, with the switches that a person may want to set before they are used. */
export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const { settings, readAloud, keys: effects, keyNames } = useWords()
  const names: Readonly<Record<string, string>> = keyNames
  const { choices } = useRatingSessions()
  const { goesOn, usesKeys, seesSection, readsAloud } = useChoices()
  const { hasOwnVoice } = useReadAloud()
  const hasTenth = useRating(state => state.scale > 9)
  return (
    <Dialog title={settings.title} isOpen={isOpen} onClose={onClose}>
      <Row gap={1}>
        <LanguageChoice />
      </Row>
      <Stack gap={1}>
        <Switch isSelected={goesOn} onChange={chosen => choices.setState({ goesOn: chosen })}>
          {settings.goesOn}
        </Switch>
        <Switch isSelected={usesKeys} onChange={chosen => choices.setState({ usesKeys: chosen })}>
          {settings.usesKeys}
        </Switch>
        <Switch
          isSelected={seesSection}
          onChange={chosen => choices.setState({ seesSection: chosen })}
        >
          {settings.seesSection}
        </Switch>
        <Switch
          isSelected={readsAloud}
          onChange={chosen => choices.setState({ readsAloud: chosen })}
        >
          {settings.readsAloud}
        </Switch>
        {readsAloud && !hasOwnVoice && <p>{readAloud.addVoice}</p>}
      </Stack>
      <KeyList
        heading={settings.keys}
        entries={[
          ...RATING_KEYS.map(({ id, keys }) => ({
            does: effects[id],
            keys: keys
              .filter(key => hasTenth || key !== TENTH_LEVEL_KEY)
              .map(key => names[key] ?? key),
          })),
          { does: settings.look, keys: [keyNames.ArrowUp, keyNames.ArrowDown] },
          { does: settings.proceed, keys: [keyNames.Enter] },
        ]}
      />
    </Dialog>
  )
}
