import { ruleWords } from '../../../shared/messages/rules.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import styles from './rule-line.module.css'

interface RuleLineProps {
  readonly results: Pick<Results, 'ruleUsed'>
  readonly scale: ScaleLength
}

/** The rule that gave the verdicts, in words. */
export function RuleLine({ results: { ruleUsed }, scale }: RuleLineProps) {
  return (
    <p className={styles.rule}>
      <strong>{ruleUsed.title}.</strong> {ruleWords(ruleUsed, scale)}
    </p>
  )
}
