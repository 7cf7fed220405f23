import { useState } from 'react'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ListedComment } from '../../../shared/model/comments.ts'
import { type Problem, problemOf } from '../../host/problem.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './comment-item.module.css'

interface CommentItemProps {
  readonly comment: ListedComment
}

function useTagging(rating: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [problem, setProblem] = useState<Problem | null>(null)
  const doing = (work: Promise<unknown>) => {
    setProblem(null)
    work.catch((error: unknown) => setProblem(problemOf(error)))
  }
  return {
    problem,
    tag: (tag: string) => doing(client.comment.tag({ workbook, rating, tag })),
    untag: (tag: string) => doing(client.comment.untag({ workbook, rating, tag })),
  }
}

interface NewTagProps {
  readonly onTag: (tag: string) => void
}

function NewTag({ onTag }: NewTagProps) {
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <Button variant="quiet" icon={<PlusIcon />} onPress={() => setText('')}>
        Add a tag
      </Button>
    )
  }
  const finish = () => {
    if (text.trim() !== '') onTag(text)
    setText(null)
  }
  return (
    <form
      className={styles.newTag}
      onSubmit={event => {
        event.preventDefault()
        finish()
      }}
    >
      <TextField
        label="Tag"
        isLabelHidden
        autoFocus
        maxLength={60}
        value={text}
        onChange={setText}
      />
      <Button type="submit">Add</Button>
    </form>
  )
}

function Tags({ comment }: CommentItemProps) {
  const { problem, tag, untag } = useTagging(comment.rating)
  return (
    <div className={styles.tags}>
      {comment.tags.map(each => (
        <span key={each} className={styles.tag}>
          <Tag tone="accent">{each}</Tag>
          <IconButton
            label={`Take off “${each}”`}
            icon={<CloseIcon size={16} />}
            onPress={() => untag(each)}
          />
        </span>
      ))}
      <NewTag onTag={tag} />
      {problem && <p role="alert">{problem.message}</p>}
    </div>
  )
}

/** One comment: what it says and said, about which criterion, from which group; and its tags. */
export function CommentItem({ comment }: CommentItemProps) {
  const { text, group, criterion, round, earlier } = comment
  const about = [
    CRITERION_NAMES[criterion],
    group ?? 'a small group',
    ...(round > 1 ? [`round ${round}`] : []),
  ]
  return (
    <li className={styles.comment}>
      {text === '' ? (
        <p className={styles.taken}>Taken back by its writer.</p>
      ) : (
        <p className={styles.text}>{text}</p>
      )}
      <div className={styles.foot}>
        <p className={styles.about}>{about.join(' · ')}</p>
        <Tags comment={comment} />
      </div>
      {earlier.length > 0 && (
        <Disclosure
          level={4}
          summary={
            earlier.length === 1 ? 'What it said before' : `What it said before (${earlier.length})`
          }
        >
          <ul className={styles.earlier}>
            {earlier.map(before => (
              <li key={before.text}>{before.text}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}
