import { ruleWords } from '../../../shared/messages/rules.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { useResults, useWorkbook } from '../../data/workbook-context.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import styles from './scope-panel.module.css'

interface ScopeWordsProps {
  /** The number of participants in scope, with the noun. */
  readonly participants: string
}

/** Says in words on whose ratings the figures rest. */
export function ScopeWords({ participants }: ScopeWordsProps) {
  const scope = useResults(state => state.scope)
  const workshops = useWorkbook(state => state.workshops)
  const groups = scope.groups ?? []
  const [workshop] = scope.workshops ?? []
  const title =
    workshops.state === 'ready'
      ? workshops.value.find(({ id }) => id === workshop)?.title
      : undefined
  return (
    <p>
      {participants}
      {groups.length > 0 && `, ${groups.join(' and ')} only`}
      {title !== undefined && `, from ${title} only`}
    </p>
  )
}

interface RuleLineProps {
  readonly results: Pick<Results, 'ruleUsed'>
  readonly scale: ScaleLength
}

/** The rule that gave the verdicts, in words. */
export function RuleLine({ results: { ruleUsed }, scale }: RuleLineProps) {
  return (
    <p className={styles.ruleLine}>
      <strong>{ruleUsed.title}.</strong> {ruleWords(ruleUsed, scale)}
    </p>
  )
}

/** Stands over every figure that rests on made-up ratings. */
export function SyntheticNotice() {
  return (
    <Notice tone="caution" heading="These ratings are made up">
      <p>They came with the example. Nobody gave them, so do not quote any figure.</p>
    </Notice>
  )
}
