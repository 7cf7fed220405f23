import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { RatingsChoices } from '../../../shared/model/data-entry.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { Select } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { Hidden, SaidOnce } from '../common/file-questions.tsx'
import styles from './data-entry.module.css'
import type { OpenRatings } from './entry-stage.ts'

interface QuestionsProps {
  readonly workshop: Workshop
  readonly open: OpenRatings
  readonly onChange: (choices: RatingsChoices) => void
}

type Said = NonNullable<RatingsChoices['said']>

/** The choices with one thing said for all rows, or no longer said. */
function saying(choices: RatingsChoices, name: keyof Said, text: string): RatingsChoices {
  const { [name]: _, ...others } = choices.said ?? {}
  const trimmed = text.trim()
  return { ...choices, said: trimmed === '' ? others : { ...others, [name]: trimmed } }
}

/** Takes what may be said once for a whole file: hidden rows, and who, by what and when all its ratings are. */
export function FileQuestions({ workshop, open, onChange }: QuestionsProps) {
  const { choices, report } = open
  const { said = {} } = choices
  const isMissing = report.problems.some(({ code }) =>
    ['missing-column', 'no-group', 'no-participant'].includes(code),
  )
  const say = (name: keyof Said) => (text: string) => onChange(saying(choices, name, text))
  const groups = workshop.groups.map(group => ({ value: group, label: group }))
  const criteria = CRITERIA.map(value => ({ value, label: CRITERION_NAMES[value] }))
  return (
    <Stack gap={4}>
      <Hidden
        problems={report.problems}
        fate={choices.hiddenRows}
        onChange={hiddenRows => onChange({ ...choices, hiddenRows })}
      />
      <Disclosure
        level={2}
        summary="Say once what all rows have in common"
        defaultExpanded={isMissing}
      >
        <Stack gap={3}>
          <p className={styles.hint}>It counts for rows that do not say it themselves.</p>
          <div className={styles.form}>
            <SaidOnce
              label="Participant"
              value={said.participant ?? ''}
              onSay={say('participant')}
            />
            <Select
              label="Group"
              options={[{ value: '', label: 'As the file says' }, ...groups]}
              value={said.group ?? ''}
              onChange={say('group')}
            />
            <Select
              label="Criterion"
              options={[{ value: '', label: 'As the file says' }, ...criteria]}
              value={said.criterion ?? ''}
              onChange={say('criterion')}
            />
            <SaidOnce label="Round" value={said.round ?? ''} onSay={say('round')} />
          </div>
        </Stack>
      </Disclosure>
    </Stack>
  )
}
