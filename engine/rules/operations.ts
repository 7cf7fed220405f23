import { os, type RouterParts } from '../operation.ts'
import { addRule, changeRule, listRules, retireRule } from './rules.ts'

/** The operations on a study's own consensus rules. */
export const ruleOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.rule.list, ({ store }) => listRules(store)),
  add: inWorkbook(os.rule.add, (workbook, { draft }) => addRule(workbook, draft), {
    kind: 'rules-changed',
  }),
  change: inWorkbook(
    os.rule.change,
    (workbook, { rule, draft }) => changeRule(workbook, rule, draft),
    { kind: 'rules-changed' },
  ),
  retire: inWorkbook(
    os.rule.retire,
    (workbook, { rule, retired }) => retireRule(workbook, rule, retired),
    { kind: 'rules-changed' },
  ),
})
