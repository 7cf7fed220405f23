import { useState } from 'react'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ListedComment, ListedSuggestion } from '../../../shared/model/comments.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { Button, IconButton } from '../../ui/input/button.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Row } from '../../ui/layout/stack.tsx'
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
    <Row
      as="form"
      gap={2}
      align="end"
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
    </Row>
  )
}

function Tags({ comment }: CommentItemProps) {
  const { problem, tag, untag } = useTagging(comment.rating)
  return (
    <Row gap={[1, 3]} align="center" wrap>
      {comment.tags.map(each => (
        <Row key={each} as="span" align="center" inline>
          <Tag tone="accent">{each}</Tag>
          <IconButton
            label={`Take off “${each}”`}
            icon={<CloseIcon size={16} />}
            onPress={() => untag(each)}
          />
        </Row>
      ))}
      <NewTag onTag={tag} />
      {problem && <p role="alert">{problem.message}</p>}
    </Row>
  )
}

interface ReleaseSwitchProps {
  readonly isReleased: boolean
  readonly onRelease: (released: boolean) => Promise<unknown>
}

/** Lets words out in tables, once somebody has read them. */
function ReleaseSwitch({ isReleased, onRelease }: ReleaseSwitchProps) {
  const { problem, run } = useAction()
  return (
    <Row gap={2} align="center" wrap>
      <Switch
        isSelected={isReleased}
        onChange={released => run(async () => void (await onRelease(released)))}
      >
        May be published
      </Switch>
      {problem && <p role="alert">{problem}</p>}
    </Row>
  )
}

/** One comment: what it says and said, about which criterion, from which group; and its tags. */
export function CommentItem({ comment }: CommentItemProps) {
  const { rating, text, group, criterion, round, earlier, released } = comment
  const client = useClient()
  const workbook = useWorkbookId()
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
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.about} dir="auto">
          {about.join(' · ')}
        </p>
        <Tags comment={comment} />
        {text !== '' && (
          <ReleaseSwitch
            isReleased={released}
            onRelease={to => client.comment.release({ workbook, rating, released: to })}
          />
        )}
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
              <li key={before.text} dir="auto">
                {before.text}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}

interface SuggestionsListProps {
  readonly suggestions: readonly ListedSuggestion[]
  readonly indicators: readonly Indicator[]
}

/** The suggestions of participants: better words for an indicator, or something that is missing. */
export function SuggestionsList({ suggestions, indicators }: SuggestionsListProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const titles = new Map(indicators.map(({ id, code, title }) => [id, `${code} ${title}`]))
  return (
    <ul>
      {suggestions.map(({ id, indicator, text, group, round, released }) => (
        <li key={id} className={styles.comment}>
          <p className={styles.text} dir="auto">
            {text}
          </p>
          <div className={styles.foot}>
            <p className={styles.about} dir="auto">
              {[
                indicator === null
                  ? 'Something that is missing'
                  : `Instead of: ${titles.get(indicator) ?? 'an indicator no longer in the framework'}`,
                group ?? 'a small group',
                ...(round > 1 ? [`round ${round}`] : []),
              ].join(' · ')}
            </p>
            <ReleaseSwitch
              isReleased={released}
              onRelease={to =>
                client.suggestion.release({ workbook, suggestion: id, released: to })
              }
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
