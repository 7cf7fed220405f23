import { FIELD_NAMES } from '../../../shared/messages/versions.ts'
import type { Rewording } from '../../../shared/model/versions.ts'
import styles from './reworded-text.module.css'
import { diffWords, type Run } from './word-diff.ts'

interface TextProps {
  readonly label: string
  readonly runs: readonly Run[]
  /** What marks a run that only this text has. */
  readonly mark: 'del' | 'ins'
}

function Text({ label, runs, mark: Mark }: TextProps) {
  return (
    <div className={styles.text}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.words}>
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
export function RewordedText({
  rewording: { field, before, after },
}: {
  readonly rewording: Rewording
}) {
  const diff = diffWords(before, after)
  return (
    <div className={styles.rewording}>
      <p className={styles.field}>{FIELD_NAMES[field]}</p>
      <dl className={styles.texts}>
        <Text label="Was" runs={diff.before} mark="del" />
        <Text label="Is now" runs={diff.after} mark="ins" />
      </dl>
    </div>
  )
}
