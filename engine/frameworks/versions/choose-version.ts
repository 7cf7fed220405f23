import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../../errors.ts'
import {
  appendFrameworkChoice,
  getAllFrameworkChoices,
} from '../../store/records/framework-choices.ts'
import {
  getAllFrameworkHashes,
  getAllReplacements,
  getFramework,
} from '../../store/records/frameworks.ts'
import { appendSupersession } from '../../store/records/ratings.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { versionsInUse } from './current-version.ts'
import { lineageOf } from './in-use.ts'
import type { LoadedVersion } from './load-version.ts'

/**
 * Uses a version of the workbook from now on, again or in place of the one that is in use; ratings stay with the
 * version that they saw. The choice is a record that takes the place of every earlier one. Nothing is stored where
 * the version is in use and nobody disputes it. Throws UNKNOWN_FRAMEWORK.
 */
export function useVersion(workbook: Workbook, hash: string): LoadedVersion {
  const { store } = workbook
  return store.transaction(() => {
    if (!getFramework(store, hash)) {
      throw new WorkbookError('UNKNOWN_FRAMEWORK', { framework: hash })
    }
    const { current, disputed, aside } = versionsInUse(store)
    if (current.length === 1 && current[0] === hash && disputed.length === 0)
      return { hash, isNew: false }
    chooseVersion(workbook, hash, [...aside])
    return { hash, isNew: true }
  })
}

/**
 * Records that a version is in use whatever stands beside it, and that others are set aside; call it inside a
 * transaction.
 */
export function chooseVersion(
  { store, clock, device }: Workbook,
  framework: string,
  aside: readonly string[],
): void {
  const earlier = getAllFrameworkChoices(store)
  const lineage = lineageOf(getAllReplacements(store))
  const beside = getAllFrameworkHashes(store).filter(
    hash => hash !== framework && lineage.replacedBy(hash).length === 0,
  )
  const own = lineage.before(framework)
  const id = uuidv7()
  appendFrameworkChoice(store, {
    id,
    framework,
    beside,
    aside: aside.filter(hash => !own.has(hash)).toSorted(),
    recordedAt: clock(),
    device,
  })
  for (const { id: superseded } of earlier) appendSupersession(store, { record: id, superseded })
}
