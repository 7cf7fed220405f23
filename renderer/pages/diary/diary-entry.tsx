import { type ReactNode, useState } from 'react'
import { DIARY_KIND_NAMES, DIARY_WORDS, diaryWords } from '../../../shared/messages/diary.ts'
import { laptopWords } from '../../../shared/messages/whole-study.ts'
import { type DiaryEntry, LONGEST_DIARY_NOTE } from '../../../shared/model/diary.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { TextArea } from '../../ui/input/text-field.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './diary-page.module.css'

interface NoteFormProps {
  readonly label: string
  readonly action: string
  readonly initial?: string
  readonly isBusy: boolean
  readonly onSave: (text: string) => Promise<boolean>
  readonly onCancel: () => void
}

/** The field for the words of a note. */
export function NoteForm({ label, action, initial = '', isBusy, ...on }: NoteFormProps) {
  const [text, setText] = useState(initial)
  const isEmpty = text.trim() === ''
  return (
    <Stack gap={3}>
      <TextArea
        label={label}
        description={DIARY_WORDS.noteHint}
        value={text}
        onChange={setText}
        maxLength={LONGEST_DIARY_NOTE}
        autoFocus
      />
      <Row gap={3} wrap>
        <Button
          variant="primary"
          isDisabled={isEmpty || isBusy}
          onPress={() => void on.onSave(text.trim())}
        >
          {action}
        </Button>
        <Button variant="quiet" onPress={on.onCancel}>
          Cancel
        </Button>
      </Row>
    </Stack>
  )
}

interface EntryProps {
  readonly entry: DiaryEntry
  readonly isBusy: boolean
  /** Writes a note anew, or takes it out where the text is null; answers whether that was done. */
  readonly onChange: (note: string, text: string | null) => Promise<boolean>
}

/** One entry: when and where, what happened, and the way to its receipt. */
export function Entry({ entry, isBusy, onChange }: EntryProps) {
  const { at, laptop, facts } = entry
  const [isEditing, setIsEditing] = useState(false)
  const words = diaryWords(facts)
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <time dateTime={at}>{formatMoment(at)}</time>
        <bdi>{laptopWords(laptop)}</bdi>
      </p>
      <div>
        <Tag>{DIARY_KIND_NAMES[facts.kind]}</Tag>
      </div>
      <div>
        {facts.kind === 'note' && isEditing ? (
          <NoteForm
            label="Note"
            action="Keep these words"
            initial={facts.text}
            isBusy={isBusy}
            onSave={async text => {
              const isDone = await onChange(facts.note, text)
              if (isDone) setIsEditing(false)
              return isDone
            }}
            onCancel={() => setIsEditing(false)}
          />
        ) : (
          <p className={styles.words} dir="auto">
            {words}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Receipt entry={entry} />
        {facts.kind === 'note' && !isEditing && (
          <>
            <Button variant="quiet" onPress={() => setIsEditing(true)}>
              Change
              <VisuallyHidden> the note “{words}”</VisuallyHidden>
            </Button>
            <Button
              variant="quiet"
              isDisabled={isBusy}
              onPress={() => void onChange(facts.note, null)}
            >
              Take out
              <VisuallyHidden> the note “{words}”</VisuallyHidden>
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

function Receipt({ entry: { at, facts } }: Pick<EntryProps, 'entry'>): ReactNode {
  const workbook = useWorkbookId()
  if (facts.kind !== 'merge' && facts.kind !== 'refusal') return null
  if (facts.receipt === null) return null
  return (
    <LinkButton
      variant="quiet"
      href={routes.receipt(workbook, facts.receipt)}
      aria-label={`Receipt of ${formatMoment(at)}: ${diaryWords(facts)}`}
    >
      Receipt
    </LinkButton>
  )
}
