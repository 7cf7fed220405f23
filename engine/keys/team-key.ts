import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { requireAnswer } from '../disk/answering.ts'
import { toReadError } from '../disk/disk-errors.ts'
import { isHeldOpen, patiently } from '../disk/patience.ts'
import { WorkbookError } from '../errors.ts'
import { isPublicKey, newKeyPair, privateKeysIn } from '../files/encryption.ts'
import type { PermittedFile } from '../files/permits.ts'
import { placePrivateFile } from '../files/write/private-files.ts'
import type { Clock } from '../program.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { appendTeamKey, getCurrentTeamKeyIds, getTeamKey } from '../store/records/workbook.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/**
 * Sets the public key of the research team, to which every package of the workbook is encrypted from now
 * on, or with null takes it away. The key travels in packages, a set-up package among them, so that
 * facilitators need no password. Throws NOT_A_PUBLIC_KEY.
 */
export async function setTeamKey(workbook: Workbook, publicKey: string | null): Promise<void> {
  const { store, clock, device } = workbook
  if (publicKey !== null && !(await isPublicKey(publicKey))) {
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

/** The most bytes that are read of a file of keys; real ones are far smaller. */
const MOST_BYTES = 64 * 1024

/**
 * Makes a team's pair of keys. The private one goes into a new file that only its owner may read, as
 * every program of age reads it; the public one is given back, to be handed to whoever sends packages.
 * Throws WORKBOOK_EXISTS for a file that is there: what was encrypted to its key would be lost. DISK_GONE.
 */
export async function makeTeamKeyFile(to: PermittedFile, clock: Clock): Promise<string> {
  await requireAnswer(dirname(to.path))
  const { privateKey, publicKey } = await newKeyPair()
  const content = `# created: ${clock()}\n# public key: ${publicKey}\n${privateKey}\n`
  if (!placePrivateFile(to.path, content)) {
    throw new WorkbookError('WORKBOOK_EXISTS', { file: to.name })
  }
  return publicKey
}

/**
 * The private keys in a team's file. Throws NO_SUCH_FILE, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE,
 * CANNOT_READ_FILE, NOT_A_KEY_FILE.
 */
export function readTeamKeyFile({ path, name }: PermittedFile): readonly string[] {
  const keys = privateKeysIn(readText(path, name).slice(0, MOST_BYTES))
  if (keys.length === 0) throw new WorkbookError('NOT_A_KEY_FILE', { file: name })
  return keys
}

function readText(path: string, name: string): string {
  try {
    return patiently(() => readFileSync(path, 'utf8'), isHeldOpen)
  } catch (error) {
    throw toReadError(error, name)
  }
}
