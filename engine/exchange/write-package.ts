import { WorkbookError } from '../errors.ts'
import { writeSealedZip } from '../files/package-zip.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { StartReader } from '../files/reader.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { openSnapshot } from '../store/snapshot.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type PackageChoices, packageContents } from './package-contents.ts'
import { readPackages } from './read-packages.ts'

/** What was written; `bytes` is the size of the finished file. */
export interface WrittenPackage {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes a package of a workbook to a file that a person chose. It is written under another name, flushed,
 * read back by the strict reader and renamed: whole or not there. Ratings saved meanwhile are not in it.
 * Throws UNKNOWN_WORKSHOP, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writePackage(
  startReader: StartReader,
  workbook: Workbook,
  choices: PackageChoices,
  to: PermittedFile,
): Promise<WrittenPackage> {
  const snapshot = openSnapshot(workbook.store.file)
  try {
    for (const id of choices.workshops ?? []) requireWorkshop(snapshot.store, id)
    let sha256 = ''
    const bytes = await writeWholeFile(
      to,
      out => writeSealedZip(out, packageContents(workbook, snapshot.store, choices)),
      {
        check: async path => {
          sha256 = await readBack(startReader, path, to.name)
        },
      },
    )
    return { name: to.name, bytes, sha256 }
  } finally {
    snapshot.close()
  }
}

/** Reads a package as another laptop would; what that would refuse never gets its name. */
async function readBack(startReader: StartReader, path: string, name: string): Promise<string> {
  let sha256 = ''
  let problem = ''
  await readPackages(startReader, [path], {
    onPackage: (_file, source) => {
      sha256 = source.sha256
    },
    onRefused: (_file, { code, detail }) => {
      problem = `${code} ${detail}`.trim()
    },
  })
  if (problem === '') return sha256
  const detail = `what was written does not read back: ${problem}`
  throw new WorkbookError('CANNOT_WRITE_FILE', { file: name, detail })
}
