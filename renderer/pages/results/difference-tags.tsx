import { KIND_NAMES } from '../../../shared/messages/rules.ts'
import { areFewAnswers } from '../../../shared/model/few-answers.ts'
import type { JudgedSummary } from '../../../shared/model/results.ts'
import { Tag } from '../../ui/tag.tsx'
import styles from './difference-tags.module.css'

/** How people differ where they do, and that few answered; nothing where there is nothing to say. */
export function DifferenceTags({ summary }: { readonly summary: JudgedSummary }) {
  const { kind } = summary
  const differs = kind !== null && kind !== 'agreed'
  const areFew = areFewAnswers(summary)
  if (!differs && !areFew) return null
  return (
    <span className={styles.tags}>
      {differs && <Tag>{KIND_NAMES[kind]}</Tag>}
      {areFew && <FewAnswersTag />}
    </span>
  )
}

/** Marks figures that rest on few people. */
export function FewAnswersTag() {
  return <Tag>Few answers</Tag>
}
