import { RATING_KEYS, TENTH_LEVEL_KEY } from '../../../shared/commands.ts'
import { KEY_WORDS, KeyList } from '../../app/help-sheet.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { useChoices, useRating, useRatingSessions } from '../session/rating-context.tsx'
import { useReadAloud } from '../voice/reader-context.tsx'

interface KeySheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The keys for rating, with the switches that a person may want to set before they are used. */
export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const { choices } = useRatingSessions()
  const { goesOn, usesKeys, seesSection, readsAloud } = useChoices()
  const { hasVoice } = useReadAloud()
  const hasTenth = useRating(state => state.levels.usefulness.length > 9)
  return (
    <Dialog title="Keys and settings" isOpen={isOpen} onClose={onClose}>
      <Stack gap={1}>
        <Switch isSelected={goesOn} onChange={chosen => choices.setState({ goesOn: chosen })}>
          Go on by itself after both answers
        </Switch>
        <Switch isSelected={usesKeys} onChange={chosen => choices.setState({ usesKeys: chosen })}>
          Single keys work everywhere
        </Switch>
        <Switch
          isSelected={seesSection}
          onChange={chosen => choices.setState({ seesSection: chosen })}
        >
          A whole section at once, as a list
        </Switch>
        <Switch
          isSelected={readsAloud}
          onChange={chosen => choices.setState({ readsAloud: chosen })}
        >
          Read each question aloud
        </Switch>
        {readsAloud && !hasVoice && (
          <p>This laptop has no voice of its own for English. Ask the facilitator to add one.</p>
        )}
      </Stack>
      <KeyList
        heading="Keys"
        entries={[
          ...RATING_KEYS.map(({ label, keys }) => ({
            does: label,
            keys: keys
              .filter(key => hasTenth || key !== TENTH_LEVEL_KEY)
              .map(key => KEY_WORDS[key] ?? key),
          })),
          { does: 'Look at the levels without answering', keys: ['Up', 'Down'] },
          { does: 'Go on from an answer', keys: ['Enter'] },
        ]}
      />
    </Dialog>
  )
}
