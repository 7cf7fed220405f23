import { useState } from 'react'
import { flushSync } from 'react-dom'
import {
  INFORMATION_LIMIT,
  type Information,
  type InformationText,
  informationText,
} from '../../../shared/model/consent.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { PrintIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { TextArea, TextField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Paragraphs } from '../../ui/layout/paragraphs.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import styles from './before-rating.module.css'

/** The study's own text, which people read and agree to before they rate. */
export function BeforeRating() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.study)
  const { answer, retry } = useQuery(`information ${revision}`, () =>
    client.consent.information({ workbook }),
  )
  return (
    <section aria-labelledby="before-rating" className={styles.section}>
      <h2 id="before-rating" className={styles.heading}>
        Before people rate
      </h2>
      <Loaded from={answer} what="the text" onRetry={retry}>
        {information => <Standing information={information} />}
      </Loaded>
    </section>
  )
}

function Standing({ information }: { readonly information: Information | null }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isPrinting, setIsPrinting] = useState(false)
  const print = () => {
    flushSync(() => setIsPrinting(true))
    window.print()
    setIsPrinting(false)
  }
  return (
    <>
      <p className={styles.about}>
        {information === null ? (
          'People agree to nothing before they rate. A text of yours about the study can be asked to be agreed to; which text each person agreed to, and when, is recorded.'
        ) : (
          <>
            People read “<bdi>{information.title}</bdi>” and agree to it before they rate. Which
            text they agreed to, and when, is recorded. It goes with the set-up package.
          </>
        )}
      </p>
      <Row gap={3} wrap>
        <Button onPress={() => setIsOpen(true)}>
          {information === null ? 'Write the text' : 'Change the text'}
        </Button>
        {information !== null && (
          <Button variant="quiet" icon={<PrintIcon />} onPress={print}>
            Print the information sheet
          </Button>
        )}
      </Row>
      {information !== null && isPrinting && <InformationSheet {...information} />}
      {isOpen && <TextDialog information={information} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** The text on paper, to be handed out and kept; on the screen it is not shown. */
function InformationSheet({ title, text }: Information) {
  return (
    <div className={styles.sheet}>
      <h1>{title}</h1>
      <Paragraphs text={text} />
    </div>
  )
}

interface TextDialogProps {
  readonly information: Information | null
  readonly onClose: () => void
}

/** The reason why a text cannot be saved; null where it can. */
function problemIn(draft: InformationText): string | null {
  if (draft.title.trim() === '') return 'The text needs a title.'
  if (draft.text.trim() === '') return 'There is no text yet.'
  if (informationText.safeParse(draft).success) return null
  return `The title may have 200 letters, and the text ${INFORMATION_LIMIT.toLocaleString('en-GB')}.`
}

function TextDialog({ information, onClose }: TextDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [draft, setDraft] = useState<InformationText>(information ?? { title: '', text: '' })
  const { isDoing, problem, setProblem, run } = useAction()
  const put = (wanted: InformationText | null) =>
    run(async () => {
      await client.consent.setInformation({ workbook, information: wanted })
      onClose()
    })
  const save = () => {
    const wrong = problemIn(draft)
    if (wrong === null) put({ title: draft.title, text: draft.text })
    else setProblem(wrong)
  }
  return (
    <Dialog
      title="Before people rate"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          {information !== null && (
            <Button variant="quiet" isPending={isDoing} onPress={() => put(null)}>
              Ask for no agreement
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            Save the text
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>
          Say what the study is for, what happens to the answers, and whom to ask. Short sentences,
          please: a child may read them. How long it takes is added by the program.
        </p>
        <TextField
          label="Title"
          value={draft.title}
          onChange={title => setDraft({ ...draft, title })}
        />
        <TextArea
          label="Text"
          description="An empty line begins a new paragraph."
          rows={12}
          value={draft.text}
          onChange={text => setDraft({ ...draft, text })}
        />
        <ProblemNotice heading="The text was not saved" problem={problem} />
      </Stack>
    </Dialog>
  )
}
