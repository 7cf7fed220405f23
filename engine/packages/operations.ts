import { WorkbookError } from '../errors.ts'
import type { Secrets } from '../files/encryption.ts'
import type { FilePermits } from '../files/permits.ts'
import { readTeamKeyFile } from '../keys/team-key.ts'
import { os, type RouterParts } from '../operation.ts'
import { noteWrittenFile } from '../study/written-files.ts'
import type { WorkbookLibrary } from '../workbooks/library.ts'
import { workbookInfo } from '../workbooks/workbook.ts'
import { listReceipts } from './merge/find-receipts.ts'
import { createFromPackages } from './merge/in-one-go.ts'
import { requireReceipt, writeReceipt } from './merge/receipts.ts'
import { createMergeSessions } from './merge/session.ts'
import type { PackageChoices } from './write/package-contents.ts'
import { writePackage } from './write/write-package.ts'

const CHANGED = { kind: 'study-changed' } as const

/** The operations that write packages, and that make a workbook of them. */
export const packageOperations = ({
  inWorkbook,
  library,
  permits,
  startReader,
  program,
}: RouterParts) => ({
  write: inWorkbook(
    os.package.write,
    async (workbook, { to, workshops, setup, ...how }) => {
      const choices = { setup, ...(workshops && { workshops }), ...protection(how) }
      const { name, bytes } = await writePackage(startReader, workbook, choices, permits.redeem(to))
      noteWrittenFile(workbook, {
        kind: setup ? 'setup' : 'package',
        format: 'workbook',
        workshops: workshops ?? null,
        name,
        release: null,
      })
      return { name, bytes }
    },
    CHANGED,
  ),
  open: os.package.open.handler(async ({ input: { files, title, ...opening } }) => {
    const packages = files.map(permits.redeem)
    const options = { title, check: refuseKnown(library), secrets: secretsIn(opening, permits) }
    const fileTitle = title ?? packages[0]?.name.replace(/\.workbook$/i, '') ?? ''
    const workbook = await library.createBy(
      fileTitle,
      async file =>
        (await createFromPackages(startReader, file, packages, program, options)).workbook,
    )
    return workbookInfo(workbook)
  }),
})

/** The operations that merge packages into a workbook, and account for it. */
export function mergeOperations({ inWorkbook, permits, startReader }: RouterParts) {
  const sessions = createMergeSessions(startReader)
  return {
    preview: inWorkbook(os.merge.preview, (workbook, { files, anotherStudy, ...opening }) =>
      sessions.preview(workbook, files.map(permits.redeem), {
        anotherStudy,
        secrets: secretsIn(opening, permits),
      }),
    ),
    accept: inWorkbook(
      os.merge.accept,
      (workbook, { token, ...accepted }) => sessions.accept(workbook, token, accepted),
      ({ id }) => ({ kind: 'merged', receipt: id }),
    ),
    discard: inWorkbook(os.merge.discard, (workbook, { token }) =>
      sessions.discard(workbook, token),
    ),
    receipts: inWorkbook(os.merge.receipts, ({ store }, { find }) => listReceipts(store, find)),
    receipt: inWorkbook(os.merge.receipt, ({ store }, { receipt }) =>
      requireReceipt(store, receipt),
    ),
    writeReceipt: inWorkbook(os.merge.writeReceipt, ({ store }, { receipt, format, to }) =>
      writeReceipt(requireReceipt(store, receipt), format, permits.redeem(to)),
    ),
  }
}

/** The protection that was asked for; left out, the workbook's team key decides. */
function protection({
  passphrase,
  unencrypted,
}: {
  readonly passphrase?: string | undefined
  readonly unencrypted: boolean
}): Pick<PackageChoices, 'protection'> {
  if (passphrase !== undefined) return { protection: { kind: 'passphrase', passphrase } }
  return unencrypted ? { protection: 'none' } : {}
}

/** The secrets that may open encrypted packages, as the contract passes them. */
interface Opening {
  readonly passphrase?: string | undefined
  readonly keyFile?: string | undefined
}

const secretsIn = ({ passphrase, keyFile }: Opening, permits: FilePermits): Secrets => ({
  passphrase,
  privateKeys: keyFile === undefined ? [] : readTeamKeyFile(permits.redeem(keyFile)),
})

/** Throws STUDY_ALREADY_HERE where the library has a workbook of the study. */
const refuseKnown =
  (library: WorkbookLibrary) =>
  ({ id, title }: { readonly id: string; readonly title: string }): void => {
    const isHere = library.list().workbooks.some(workbook => workbook.id === id)
    if (isHere) throw new WorkbookError('STUDY_ALREADY_HERE', { title })
  }
