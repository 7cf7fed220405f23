import { WorkbookError } from '../../errors.ts'
import { type Protection, type Secrets, writeEncrypted } from '../../files/encryption.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { writeSealedZip } from '../../files/sealed-zip.ts'
import { writeWholeFile } from '../../files/write/whole-files.ts'
import { getTeamKey } from '../../store/records/workbook.ts'
import type { ReadableStore } from '../../store/store.ts'
import { extentFor, refuseUnsound } from '../../verify/soundness.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { requireWorkshop } from '../../workshops/workshops.ts'
import { type PackageListener, readPackages } from '../read/read-packages.ts'
import { type PackageChoices, packageContents } from './package-contents.ts'

/** A package that was written; `bytes` is the size of the finished file. */
export interface WrittenPackage {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** The protection that it is encrypted with; null if anybody can read it. */
  readonly encrypted: Protection['kind'] | null
}

/**
 * Writes a package of a workbook to a file that a person chose. The file is written under another name,
 * flushed, read back by the strict reader and renamed, so that it is whole or absent. Ratings that are saved
 * meanwhile are not in it.
 * Throws UNKNOWN_WORKSHOP, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writePackage(
  startReader: StartReader,
  workbook: Workbook,
  choices: PackageChoices,
  to: PermittedFile,
): Promise<WrittenPackage> {
  const snapshot = workbook.snapshot()
  try {
    refuseUnsound(snapshot.store, extentFor(workbook.store.file))
    for (const id of choices.workshops ?? []) requireWorkshop(snapshot.store, id)
    const protection = chooseProtection(snapshot.store, choices)
    const contents = packageContents(workbook, snapshot.store, choices)
    let sha256 = ''
    let secrets: Secrets = {}
    const bytes = await writeWholeFile(
      to,
      async out => {
        if (protection === null) await writeSealedZip(out, contents)
        else
          secrets = await writeEncrypted(out, protection, plain => writeSealedZip(plain, contents))
      },
      {
        check: async path => {
          sha256 = await readBack(startReader, path, to.name, secrets)
        },
      },
    )
    return { name: to.name, bytes, sha256, encrypted: protection?.kind ?? null }
  } finally {
    snapshot.close()
  }
}

/**
 * The protection of a package; null for none. By default a set-up package has none, since its readers have no
 * key yet, and any other is encrypted to the team's key.
 */
function chooseProtection(store: ReadableStore, choices: PackageChoices): Protection | null {
  const { protection, setup } = choices
  if (protection === 'none') return null
  if (protection) return protection
  const teamKey = setup ? undefined : getTeamKey(store)
  return teamKey ? { kind: 'key', publicKey: teamKey.publicKey } : null
}

/** Reads a package as another laptop would. Returns its SHA-256. Throws CANNOT_WRITE_FILE if it is refused. */
async function readBack(
  startReader: StartReader,
  path: string,
  name: string,
  secrets: Secrets,
): Promise<string> {
  let sha256 = ''
  let problem = ''
  const listener: PackageListener = {
    onPackage: (_file, source) => {
      sha256 = source.sha256
    },
    onRefused: (_file, { code, detail }) => {
      problem = `${code} ${detail}`.trim()
    },
  }
  await readPackages(startReader, [path], listener, { secrets })
  if (problem === '') return sha256
  const detail = `what was written does not read back: ${problem}`
  throw new WorkbookError('CANNOT_WRITE_FILE', { file: name, detail })
}
