import { VERDICT_WORDS } from '../../../shared/messages/results.ts'
import { DISAGREEMENT_WORDS, KIND_NAMES, solidityWords } from '../../../shared/messages/rules.ts'
import { areFewAnswers } from '../../../shared/model/few-answers.ts'
import type { CriterionResult } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { FewAnswersTag } from './difference-tags.tsx'
import styles from './judgement.module.css'

interface JudgementProps {
  readonly criterion: Criterion
  readonly result: CriterionResult
}

function howPeopleDiffer({ kind }: CriterionResult): string {
  if (kind === null) return 'One answer: there is nobody to differ with.'
  return `${KIND_NAMES[kind]}. ${DISAGREEMENT_WORDS[kind]}`
}

/** What follows from the answers to a criterion: the verdict, how people differ, and how solid it is. */
export function Judgement({ criterion, result }: JudgementProps) {
  if (result.n === 0) return <p className={styles.none}>Nobody has chosen a level yet.</p>
  return (
    <dl className={styles.judgement}>
      <div className={styles.part}>
        <dt>Verdict</dt>
        <dd className={styles.verdict}>
          {VERDICT_WORDS[criterion][result.verdict]} {areFewAnswers(result) && <FewAnswersTag />}
        </dd>
      </div>
      <div className={styles.part}>
        <dt>How people differ</dt>
        <dd>{howPeopleDiffer(result)}</dd>
      </div>
      <div className={styles.part}>
        <dt>How solid</dt>
        <dd>{solidityWords(result.changesToFlip)}</dd>
      </div>
    </dl>
  )
}
