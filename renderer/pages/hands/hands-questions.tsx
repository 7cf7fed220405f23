import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { HandsChoices } from '../../../shared/model/hands.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { Select } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { Hidden, SaidOnce } from '../common/file-questions.tsx'
import styles from './hands.module.css'
import type { OpenHands } from './use-hands-file.ts'

interface QuestionsProps {
  readonly workshop: Workshop
  readonly open: OpenHands
  readonly onChange: (choices: HandsChoices) => void
}

/** Takes what may be said once for a whole file of hands: hidden rows, and the room and the question of all its rows. */
export function HandsQuestions({ workshop, open: { report, choices }, onChange }: QuestionsProps) {
  const { said = {} } = choices
  const say = (name: keyof NonNullable<HandsChoices['said']>) => (text: string) => {
    const { [name]: _, ...others } = said
    const trimmed = text.trim()
    onChange({ ...choices, said: trimmed === '' ? others : { ...others, [name]: trimmed } })
  }
  const isMissing = report.problems.some(({ code }) =>
    ['no-group', 'no-present', 'unknown-criterion'].includes(code),
  )
  const asInFile = { value: '', label: 'As the file says' }
  return (
    <>
      <Hidden
        problems={report.problems}
        fate={choices.hiddenRows}
        onChange={hiddenRows => onChange({ ...choices, hiddenRows })}
      />
      <Disclosure summary="Say once what all rows have in common" defaultExpanded={isMissing}>
        <Stack gap={3}>
          <p className={styles.hint}>It counts for rows that do not say it themselves.</p>
          <div className={styles.form}>
            <Select
              label="Group of all rows"
              options={[
                asInFile,
                ...workshop.groups.map(group => ({ value: group, label: group })),
              ]}
              value={said.group ?? ''}
              onChange={say('group')}
            />
            <SaidOnce
              label="In the room, of all rows"
              value={said.present ?? ''}
              onSay={say('present')}
            />
            <Select
              label="Criterion of all rows"
              options={[
                asInFile,
                ...CRITERIA.map(value => ({ value, label: CRITERION_NAMES[value] })),
              ]}
              value={said.criterion ?? ''}
              onChange={say('criterion')}
            />
            <SaidOnce label="Round of all rows" value={said.round ?? ''} onSay={say('round')} />
          </div>
        </Stack>
      </Disclosure>
    </>
  )
}
