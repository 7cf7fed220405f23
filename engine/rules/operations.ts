import { os, type RouterParts } from '../operation.ts'
import { addRule, changeRule, listRules, retireRule } from './rules.ts'

/** The operations on a study's own consensus rules. */
export function ruleOperations({ library, events }: RouterParts) {
  const rulesChanged = (workbook: string) => events.publish(workbook, { kind: 'rules-changed' })
  return {
    rule: {
      list: os.rule.list.handler(({ input }) => [
        ...listRules(library.require(input.workbook).store),
      ]),
      add: os.rule.add.handler(({ input: { workbook, draft } }) => {
        const rule = addRule(library.require(workbook), draft)
        rulesChanged(workbook)
        return rule
      }),
      change: os.rule.change.handler(({ input: { workbook, rule: id, draft } }) => {
        const rule = changeRule(library.require(workbook), id, draft)
        rulesChanged(workbook)
        return rule
      }),
      retire: os.rule.retire.handler(({ input: { workbook, rule: id, retired } }) => {
        const rule = retireRule(library.require(workbook), id, retired)
        rulesChanged(workbook)
        return rule
      }),
    },
  }
}
