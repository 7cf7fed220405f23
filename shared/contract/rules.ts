import { z } from 'zod'
import { ruleDraft, studyRule } from '../model/study-rules.ts'
import { id } from '../model/vocabulary.ts'
import { ofWorkbook, operation } from './operation.ts'

/** What may be asked about a study's own consensus rules. */
export const rulesContract = {
  rule: {
    /** The study's own rules, retired ones too. */
    list: operation.input(ofWorkbook).output(z.array(studyRule)),
    add: operation.input(ofWorkbook.extend({ draft: ruleDraft })).output(studyRule),
    /** Makes the next version of a rule. */
    change: operation.input(ofWorkbook.extend({ rule: id, draft: ruleDraft })).output(studyRule),
    /** Retires a rule, or takes it up again. */
    retire: operation
      .input(ofWorkbook.extend({ rule: id, retired: z.boolean() }))
      .output(studyRule),
  },
}
