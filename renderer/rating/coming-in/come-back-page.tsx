import { type FormEvent, useState } from 'react'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { LEAVES_NOTHING, TextField } from '../../ui/input/text-field.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { LetInDialog } from '../room/let-in.tsx'
import { CalmPage } from '../screen/calm-page.tsx'

/** A page on which somebody who was here before says who they are; the lock then tells every tab who has the laptop. */
export function ComeBackPage({ onNew }: { readonly onNew: () => void }) {
  const { comeBack, controls, fourWords } = useWords()
  const client = useClient()
  const [code, setCode] = useState('')
  const [words, setWords] = useState('')
  const [isLettingIn, setIsLettingIn] = useState(false)
  const { isDoing, problem, run } = useAction()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '' || words.trim() === '') return
    run(async () => {
      await client.room.comeBack({ code, words })
    })
  }
  return (
    <CalmPage title={comeBack.title}>
      <Stack as="form" gap={4} onSubmit={submit}>
        <TextField
          label={comeBack.code}
          description={comeBack.codeHint}
          {...LEAVES_NOTHING}
          autoFocus
          value={code}
          onChange={setCode}
        />
        <TextField
          label={fourWords.title}
          description={comeBack.wordsHint}
          {...LEAVES_NOTHING}
          value={words}
          onChange={setWords}
        />
        <ProblemNotice problem={problem} />
        <Row gap={3} wrap>
          <Button
            type="submit"
            variant="primary"
            size="large"
            trailingIcon={<ArrowRightIcon />}
            isPending={isDoing}
          >
            {controls.goOn}
          </Button>
          <Button size="large" onPress={onNew}>
            {comeBack.isNew}
          </Button>
        </Row>
        <div>
          <Button variant="quiet" isFlush onPress={() => setIsLettingIn(true)}>
            {comeBack.noWords}
          </Button>
        </div>
      </Stack>
      {isLettingIn && <LetInDialog onClose={() => setIsLettingIn(false)} />}
    </CalmPage>
  )
}
