import { type FormEvent, useState } from 'react'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { LEAVES_NOTHING, TextField } from '../../ui/input/text-field.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import calm from '../screen/calm-page.module.css'
import { CalmPage } from '../screen/calm-page.tsx'
import { RoomFrame } from './room-frame.tsx'

interface CoverPageProps {
  /** Tells that the next person is there, so that nobody is asked once more whether they are. */
  readonly onNext: () => void
}

/** The page in the place of a person's answers while they pause, or after nobody has touched the laptop for a while. */
export function CoverPage({ onNext }: CoverPageProps) {
  const { cover, handOver } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const client = useClient()
  const { problem, run } = useAction()
  const next = () =>
    run(async () => {
      await client.room.handOver()
      onNext()
    })
  return (
    <RoomFrame>
      <CalmPage title={cover.title}>
        <p className={calm.lead}>{cover.why}</p>
        {isAsking ? (
          <FirstWord onBack={() => setIsAsking(false)} />
        ) : (
          <div className={calm.actions}>
            <Button
              variant="primary"
              size="large"
              trailingIcon={<ArrowRightIcon />}
              onPress={() => setIsAsking(true)}
            >
              {cover.wasRating}
            </Button>
            <Button size="large" onPress={next}>
              {handOver.amNext}
            </Button>
          </div>
        )}
        <ProblemNotice problem={problem} />
      </CalmPage>
    </RoomFrame>
  )
}

/** Asks for the first of a person's four words, which nobody beside them knows. */
function FirstWord({ onBack }: { readonly onBack: () => void }) {
  const { cover, controls } = useWords()
  const client = useClient()
  const [word, setWord] = useState('')
  const { isDoing, problem, run } = useAction()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (word.trim() === '') return
    run(async () => {
      await client.room.goOn({ word })
    })
  }
  return (
    <Stack as="form" gap={4} onSubmit={submit}>
      <TextField
        label={cover.firstWord}
        description={cover.firstWordHint}
        {...LEAVES_NOTHING}
        autoFocus
        value={word}
        onChange={setWord}
      />
      <ProblemNotice heading={cover.staysCovered} problem={problem} />
      <Row gap={3}>
        <Button type="submit" variant="primary" size="large" isPending={isDoing}>
          {controls.goOn}
        </Button>
        <Button size="large" onPress={onBack}>
          {controls.back}
        </Button>
      </Row>
    </Stack>
  )
}
