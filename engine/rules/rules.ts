import { v7 as uuidv7 } from 'uuid'
import {
  type ConsensusRule,
  RULE_NAMES,
  type RuleDraft,
  type RuleName,
  type StudyRule,
} from '../../shared/model/rules.ts'
import { WorkbookError } from '../errors.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { appendRuleRecord, getAllRules, type RuleRecord } from '../store/records/rules.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** The study's own rules as they stand now, retired ones too. */
export function listRules(store: ReadableStore): readonly StudyRule[] {
  return getAllRules(store).map(({ record: _, ...rule }) => rule)
}

/**
 * The rule of this name: one of the program's, or the study's own in its newest version. A retired one
 * can still be named, as results that it gave must be told again. Throws UNKNOWN_RULE.
 */
export function ruleNamed(store: ReadableStore, name: string): RuleName | ConsensusRule {
  const builtIn = RULE_NAMES.find(each => each === name)
  if (builtIn) return builtIn
  const own = getAllRules(store).filter(({ rule }) => rule.name === name)
  const inUse = own.filter(({ retired }) => !retired)
  const found = inUse.length > 0 ? inUse : own
  if (found.length === 0) throw new WorkbookError('UNKNOWN_RULE', { rule: name })
  return newest(found).rule
}

/** Adds a rule of the study's own, as version 1. Throws RULE_NAME_TAKEN. */
export function addRule(workbook: Workbook, draft: RuleDraft): StudyRule {
  return workbook.store.transaction(() => {
    refuseTakenName(workbook.store, draft.name)
    const id = uuidv7()
    return append(workbook, { record: id, id, rule: { ...draft, version: 1 }, retired: false }, [])
  })
}

/**
 * Changes a rule: the new version takes the place of the present one, which results that were exported
 * with it still name. Throws UNKNOWN_RULE, RULE_NAME_TAKEN.
 */
export function changeRule(workbook: Workbook, id: string, draft: RuleDraft): StudyRule {
  return workbook.store.transaction(() => {
    const present = presentRecords(workbook.store, id)
    refuseTakenName(workbook.store, draft.name, id)
    const rule = { ...draft, version: newest(present).rule.version + 1 }
    return append(workbook, { record: uuidv7(), id, rule, retired: false }, present)
  })
}

/** Retires a rule, or takes it up again: it stays known, as what it judged stays. Throws UNKNOWN_RULE. */
export function retireRule(workbook: Workbook, id: string, retired: boolean): StudyRule {
  return workbook.store.transaction(() => {
    const present = presentRecords(workbook.store, id)
    const { rule } = newest(present)
    if (!retired) refuseTakenName(workbook.store, rule.name, id)
    return append(workbook, { record: uuidv7(), id, rule, retired }, present)
  })
}

function append(
  { store, device, clock }: Workbook,
  wanted: Omit<RuleRecord, 'recordedAt'>,
  replaced: readonly RuleRecord[],
): StudyRule {
  const { record, ...rule } = { ...wanted, recordedAt: clock() }
  appendRuleRecord(store, { record, ...rule, device })
  for (const { record: superseded } of replaced) appendSupersession(store, { record, superseded })
  return rule
}

/** The current records of a rule: one, or after two laptops changed it more. */
function presentRecords(store: ReadableStore, id: string): readonly RuleRecord[] {
  const present = getAllRules(store).filter(rule => rule.id === id)
  if (present.length === 0) throw new WorkbookError('UNKNOWN_RULE', { rule: id })
  return present
}

function newest(records: readonly RuleRecord[]): RuleRecord {
  return records.reduce((newest, record) =>
    record.rule.version >= newest.rule.version ? record : newest,
  )
}

function refuseTakenName(store: ReadableStore, name: string, by?: string): void {
  const names: readonly string[] = RULE_NAMES
  const own = getAllRules(store).some(
    ({ id, rule, retired }) => rule.name === name && id !== by && !retired,
  )
  if (own || names.includes(name)) throw new WorkbookError('RULE_NAME_TAKEN', { rule: name })
}
