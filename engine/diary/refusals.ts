import { v7 as uuidv7 } from 'uuid'
import type { PackageAccount, PackageProblem } from '../../shared/model/packages.ts'
import { appendRefusedFile, getAllRefusedFiles } from '../store/records/diary-notes.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Refusals after which the same file is chosen once more, with a key or when it can be read. */
const TRY_AGAIN: readonly PackageProblem['code'][] = [
  ...(['no-such-file', 'file-in-use', 'file-not-allowed', 'disk-gone'] as const),
  ...(['needs-passphrase', 'wrong-passphrase', 'needs-key', 'not-for-this-key'] as const),
  ...(['too-slow', 'reader-failed', 'cancelled', 'left-out'] as const),
]

/**
 * Keeps which packages were refused in a merge of which nothing is taken, as there will be no receipt; the same
 * refusal of the same file once.
 */
export function noteRefusals(
  { store, clock }: Workbook,
  packages: readonly Pick<PackageAccount, 'file' | 'accepted' | 'problems'>[],
): void {
  if (packages.some(({ accepted }) => accepted)) return
  const refused = packages.flatMap(({ file, problems }) => {
    const problem = problems.find(({ refuses }) => refuses)
    return problem && !TRY_AGAIN.includes(problem.code)
      ? [{ name: file, why: problem.message }]
      : []
  })
  if (refused.length === 0) return
  store.transaction(() => {
    const known = new Set(getAllRefusedFiles(store).map(one => JSON.stringify([one.name, one.why])))
    for (const { name, why } of refused) {
      if (known.has(JSON.stringify([name, why]))) continue
      appendRefusedFile(store, { id: uuidv7(), name, why, recordedAt: clock() })
    }
  })
}
