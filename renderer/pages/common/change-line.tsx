import type { ReactNode } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import { placeInWords, sectionPath } from '../../../shared/messages/framework.ts'
import { FIELD_WORDS } from '../../../shared/messages/indicator-fields.ts'
import type {
  ChangeCounts,
  ChangedIndicator,
  Rewording,
  VersionChange,
} from '../../../shared/model/framework.ts'
import { Tag } from '../../ui/feedback/tag.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './change-line.module.css'
import { diffWords, type Run } from './word-diff.ts'

interface ChangeLineProps {
  /** The kind of change that it is listed under; a change may be of several. */
  readonly kind: keyof ChangeCounts
  readonly change: VersionChange
  /** The number of ratings of the indicator. */
  readonly ratings: number
  /** The action on it. */
  readonly action?: ReactNode
}

interface FromToProps {
  readonly from: string
  readonly to: string
}

function FromTo({ from, to }: FromToProps) {
  return (
    <Row as="p" gap={[1, 3]} align="center" wrap>
      <span>
        <VisuallyHidden>From </VisuallyHidden>
        {from}
      </span>
      <span className={styles.arrow}>
        <ArrowRightIcon size={16} />
      </span>
      <span>
        <VisuallyHidden>to </VisuallyHidden>
        {to}
      </span>
    </Row>
  )
}

function changedWords(kind: keyof ChangeCounts, { reworded, moved, recoded }: ChangedIndicator) {
  if (kind === 'moved' && moved) {
    return <FromTo from={placeInWords(moved.before)} to={placeInWords(moved.after)} />
  }
  if (kind === 'recoded' && recoded) return <FromTo from={recoded.before} to={recoded.after} />
  if (kind === 'reworded') {
    return reworded.map(rewording => <RewordedText key={rewording.field} rewording={rewording} />)
  }
  return null
}

function words(kind: keyof ChangeCounts, change: VersionChange): ReactNode {
  switch (change.kind) {
    case 'added':
      return (
        <p className={styles.place} dir="auto">
          {change.splitFrom && `A part of ${change.splitFrom}, in `}
          {sectionPath(change.section)}
        </p>
      )
    case 'split':
      return <p dir="auto">Now {change.into.join(' and ')}</p>
    case 'changed':
      return changedWords(kind, change)
    default:
      return null
  }
}

/** One change of one indicator, as the kind under which it is listed tells it. */
export function ChangeLine({ kind, change, ratings, action }: ChangeLineProps) {
  return (
    <li className={styles.change}>
      <div className={styles.head}>
        <bdi className={styles.code}>{change.code}</bdi>
        <span className={styles.title} dir="auto">
          {change.title}
        </span>
        {ratings > 0 && <Tag>{counted(ratings, 'rating', 'ratings')}</Tag>}
      </div>
      {words(kind, change)}
      {action}
    </li>
  )
}

interface TextProps {
  readonly label: string
  readonly runs: readonly Run[]
  /** The element that marks a run of words that only this text has. */
  readonly mark: 'del' | 'ins'
}

function Text({ label, runs, mark: Mark }: TextProps) {
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.words} dir="auto">
        {runs.length === 0 && <span className={styles.none}>Nothing</span>}
        {runs.map((run, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
          run.isOwn ? <Mark key={place}>{run.text}</Mark> : <span key={place}>{run.text}</span>,
        )}
      </dd>
    </div>
  )
}

/** One text of an indicator as it was and as it is, with the words that differ marked. */
function RewordedText({ rewording: { field, before, after } }: { readonly rewording: Rewording }) {
  const diff = diffWords(before, after)
  return (
    <Stack gap={1}>
      <p className={styles.field}>{FIELD_WORDS[field].name}</p>
      <dl className={styles.texts}>
        <Text label="Was" runs={diff.before} mark="del" />
        <Text label="Is now" runs={diff.after} mark="ins" />
      </dl>
    </Stack>
  )
}
