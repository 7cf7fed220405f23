import { useState } from 'react'
import { SETTLING_WORDS } from '../../../shared/messages/conflicts.ts'
import { SETTLING_RULES, type SettlingRule } from '../../../shared/model/conflict.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import styles from './settle-by-rule.module.css'

interface SettleByRuleProps {
  readonly isBusy: boolean
  readonly onSettle: (rule: SettlingRule) => void
}

const OPTIONS = SETTLING_RULES.map(value => ({ value, ...SETTLING_WORDS[value] }))

/** Settles many at once; what the rule does not decide stays in the list. */
export function SettleByRule({ isBusy, onSettle }: SettleByRuleProps) {
  const [rule, setRule] = useState<SettlingRule>('same answer')
  return (
    <Disclosure summary="Settle many by a rule" level={2}>
      <div className={styles.choices}>
        <RadioGroup label="Which answer counts" options={OPTIONS} value={rule} onChange={setRule} />
        <div>
          <Button variant="primary" isPending={isBusy} onPress={() => onSettle(rule)}>
            Settle by this rule
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
