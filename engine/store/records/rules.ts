import { type ConsensusRule, consensusRule, type StudyRule } from '../../../shared/model/rules.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A record about a rule that the study defined: `record` is its own id, `id` the rule's. */
export type RuleRecord = StudyRule & { readonly record: string }

interface RuleRow {
  readonly record: string
  readonly id: string
  readonly definition: string
  readonly retired: number
  readonly recordedAt: string
}

const fromRow = ({ definition, retired, ...row }: RuleRow): RuleRecord => ({
  ...row,
  rule: consensusRule.parse(JSON.parse(definition)),
  retired: retired === 1,
})

/** The current records about all rules, retired ones included, in the order of their making. */
export function getAllRules(store: ReadableStore): readonly RuleRecord[] {
  return store
    .prepare<Record<string, never>, RuleRow>(
      `SELECT id AS record, rule AS id, definition, retired, recorded_at AS recordedAt
       FROM rule ORDER BY rule, id`,
    )
    .all({})
    .map(fromRow)
}

/** The study's own rules in every version that was ever recorded. */
export const getRulesEver = (store: ReadableStore): readonly ConsensusRule[] =>
  store
    .prepare<Record<string, never>, string>('SELECT definition FROM rule_record')
    .pluck()
    .all({})
    .map(definition => consensusRule.parse(JSON.parse(definition)))

/** Stores a record about a rule. */
export function appendRuleRecord(
  store: WritableStore,
  { rule, retired, ...record }: RuleRecord & { readonly device: string },
): void {
  store
    .prepare(
      `INSERT INTO rule_record (id, rule, definition, retired, recorded_at, device)
       VALUES (@record, @id, @definition, @retired, @recordedAt, @device)`,
    )
    .run({ ...record, definition: JSON.stringify(rule), retired: retired ? 1 : 0 })
}
