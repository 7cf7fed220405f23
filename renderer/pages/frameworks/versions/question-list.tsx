import { useState } from 'react'
import { counted } from '../../../../shared/messages/figures.ts'
import type { VersionQuestion } from '../../../../shared/model/framework.ts'
import { CheckIcon, UndoIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { RadioGroup } from '../../../ui/input/choice.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { decisionsFor, keyOfDecision, optionsFor, wordsOf } from './decision-text.ts'
import styles from './question-list.module.css'
import type { Comparing, Decided } from './use-comparison.ts'

const PER_PAGE = 10

const REASONS: Readonly<Record<VersionQuestion['reason'], string>> = {
  'like another': 'Its code is new, but its title is like one that is known.',
  'code reused': 'Its code is known, but its title seems to be about something else.',
}

interface QuestionProps {
  readonly question: VersionQuestion
  readonly onDecide: (decided: Decided) => void
}

function Question({ question, onDecide }: QuestionProps) {
  const { code, title, reason, suggested } = question
  const [chosen, setChosen] = useState(keyOfDecision(suggested))
  const confirm = () => {
    const decision = decisionsFor(question).find(each => keyOfDecision(each) === chosen)
    if (decision) onDecide({ decision, question })
  }
  return (
    <li className={styles.question}>
      <RadioGroup
        label={`${code}: ${title}`}
        description={REASONS[reason]}
        options={optionsFor(question)}
        value={chosen}
        onChange={setChosen}
      />
      <div>
        <Button icon={<CheckIcon />} onPress={confirm} aria-label={`Confirm ${code}`}>
          Confirm
        </Button>
      </div>
    </li>
  )
}

interface ListProps {
  readonly questions: readonly VersionQuestion[]
  readonly decide: Comparing['decide']
}

/** Indicators that nobody but a person can tell: one by one, or all as suggested. */
export function QuestionList({ questions, decide }: ListProps) {
  if (questions.length === 0) return null
  const all = () => decide(questions.map(question => ({ decision: question.suggested, question })))
  return (
    <Stack as="section" gap={4} aria-labelledby="to-confirm">
      <Row gap={3} align="center" justify="between" wrap>
        <h2 id="to-confirm">{counted(questions.length, 'match', 'matches')} to confirm</h2>
        {questions.length > 1 && (
          <Button onPress={all}>Confirm all {questions.length} as suggested</Button>
        )}
      </Row>
      <Paged what="matches" items={questions} perPage={PER_PAGE}>
        {shown => (
          <Stack as="ul" gap={4}>
            {shown.map(question => (
              <Question
                key={`${question.code} ${keyOfDecision(question.suggested)}`}
                question={question}
                onDecide={decided => decide([decided])}
              />
            ))}
          </Stack>
        )}
      </Paged>
    </Stack>
  )
}

/** The decisions so far, each with a button to take it back. */
export function DecidedList({
  decided,
  undo,
}: {
  readonly decided: readonly Decided[]
  readonly undo: Comparing['undo']
}) {
  if (decided.length === 0) return null
  return (
    <Stack as="section" gap={4} aria-labelledby="confirmed">
      <h2 id="confirmed">{counted(decided.length, 'match', 'matches')} confirmed</h2>
      <Paged what="confirmed matches" items={decided} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.confirmed}>
            {shown.map(({ decision, question }) => (
              <li key={decision.code} className={styles.line}>
                <bdi className={styles.code}>{decision.code}</bdi>
                <span className={styles.meaning}>
                  {wordsOf(decision, question?.candidates ?? []).label}
                </span>
                <Button
                  variant="quiet"
                  icon={<UndoIcon />}
                  onPress={() => undo(decision.code)}
                  aria-label={`Decide ${decision.code} again`}
                >
                  Decide again
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Stack>
  )
}
