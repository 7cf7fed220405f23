import { z } from 'zod'
import { consensusRule } from './rules.ts'
import { id, moment } from './vocabulary.ts'

/** What a person decides of a study's own rule; the program numbers its versions. */
export const ruleDraft = consensusRule.omit({ version: true })
export type RuleDraft = z.infer<typeof ruleDraft>

/** A rule of the study's own, as it stands now. */
export const studyRule = z.object({
  /** The rule's identity, the same in all its versions. */
  id,
  rule: consensusRule,
  /** A retired rule is no longer offered; results that named it can still be told what it said. */
  retired: z.boolean(),
  recordedAt: moment,
})
export type StudyRule = z.infer<typeof studyRule>
