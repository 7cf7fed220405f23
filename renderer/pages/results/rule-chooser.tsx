import { Link } from 'wouter'
import { DEFAULT_RULE, RULE_NAMES, RULES } from '../../../shared/model/built-in-rules.ts'
import { type ConsensusRule, testFor } from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { routes } from '../../routes.ts'
import { useResults, useWorkbookId } from '../../stores/workbook-context.tsx'
import { Select } from '../../ui/select.tsx'
import { useRules } from '../rules/use-rules.ts'
import styles from './rule-chooser.module.css'

/** The rules in use that are for the workbook's scale: the study's own, then the program's. */
function useRulesFor(scale: ScaleLength): readonly ConsensusRule[] {
  const { answer } = useRules()
  const own = answer.state === 'ready' ? answer.value : []
  return [
    ...own.filter(({ retired }) => !retired).map(({ rule }) => rule),
    ...RULE_NAMES.map(name => RULES[name]),
  ].filter(rule => testFor(rule, scale))
}

/** The rule of the verdicts, and the way to the page where the study's own are made. */
export function RuleChooser({ scale }: { readonly scale: ScaleLength }) {
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const rules = useRulesFor(scale)
  const { rule = DEFAULT_RULE } = scope
  const choose = (name: string) => {
    const builtIn = RULE_NAMES.find(each => each === name)
    const own = rules.find(each => each.name === name)
    const chosen = builtIn ?? own
    if (chosen) void setScope({ ...scope, rule: chosen })
  }
  return (
    <div className={styles.chooser}>
      <Select
        label="Rule for consensus"
        options={rules.map(({ name, title }) => ({ value: name, label: title }))}
        value={typeof rule === 'string' ? rule : rule.name}
        onChange={choose}
      />
      <Link href={routes.rules(workbook)} className={styles.more}>
        All rules, and your own
      </Link>
    </div>
  )
}
