import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../errors.ts'
import { isPublicKey } from '../files/age.ts'
import { appendSupersession } from '../store/supersessions.ts'
import { appendTeamKey, getCurrentTeamKeyIds, getTeamKey } from '../store/team-keys.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/**
 * Sets the public key of the research team, to which every package of the workbook is encrypted from now
 * on, or with null takes it away. The key travels in packages, a set-up package among them, so that
 * facilitators need no password. Throws NOT_A_PUBLIC_KEY.
 */
export function setTeamKey(workbook: Workbook, publicKey: string | null): void {
  const { store, clock, device } = workbook
  if (publicKey !== null && !isPublicKey(publicKey)) {
    throw new WorkbookError('NOT_A_PUBLIC_KEY', {})
  }
  store.transaction(() => {
    const replaced = getCurrentTeamKeyIds(store)
    if ((getTeamKey(store)?.publicKey ?? null) === publicKey && replaced.length < 2) return
    const record = uuidv7()
    appendTeamKey(store, { id: record, publicKey: publicKey ?? '', recordedAt: clock(), device })
    for (const superseded of replaced) appendSupersession(store, { record, superseded })
  })
}
