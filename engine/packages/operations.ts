import { WorkbookError } from '../errors.ts'
import type { Secrets } from '../files/encryption.ts'
import { readTeamKeyFile } from '../keys/team-key.ts'
import { os, type RouterParts } from '../operation.ts'
import { workbookInfo } from '../workbooks/workbook.ts'
import { createFromPackages } from './merge/in-one-go.ts'
import { listReceipts, requireReceipt, writeReceipt } from './merge/receipts.ts'
import { createMergeSessions } from './merge/session.ts'
import type { PackageChoices } from './write/package-contents.ts'
import { writePackage } from './write/write-package.ts'

/** What may open packages that are encrypted, as the contract passes it. */
interface Opening {
  readonly passphrase?: string | undefined
  readonly keyFile?: string | undefined
}

function protectionOf({
  passphrase,
  unencrypted,
}: {
  readonly passphrase?: string | undefined
  readonly unencrypted: boolean
}): Pick<PackageChoices, 'protection'> {
  if (passphrase !== undefined) return { protection: { kind: 'passphrase', passphrase } }
  return unencrypted ? { protection: 'none' } : {}
}

/** The operations on packages, and on bringing workbooks together. */
export function exchangeOperations({
  library,
  permits,
  startReader,
  events,
  program,
}: RouterParts) {
  const sessions = createMergeSessions(startReader)
  const secretsOf = ({ passphrase, keyFile }: Opening): Secrets => ({
    passphrase,
    privateKeys: keyFile === undefined ? [] : readTeamKeyFile(permits.redeem(keyFile)),
  })
  return {
    package: {
      write: os.package.write.handler(
        async ({ input: { workbook, to, workshops, setup, ...how } }) => {
          const choices = { setup, ...(workshops && { workshops }), ...protectionOf(how) }
          const file = permits.redeem(to)
          const { name, bytes } = await writePackage(
            startReader,
            library.require(workbook),
            choices,
            file,
          )
          return { name, bytes }
        },
      ),
      open: os.package.open.handler(async ({ input: { files, title, ...how } }) => {
        const packages = files.map(permits.redeem)
        const named = title ?? packages[0]?.name.replace(/\.workbook$/i, '') ?? ''
        const made = await library.createBy(named, async file => {
          const check = (study: { readonly id: string; readonly title: string }): void => {
            const isHere = library.list().workbooks.some(({ id }) => id === study.id)
            if (isHere) throw new WorkbookError('STUDY_ALREADY_HERE', { title: study.title })
          }
          const options = { title, check, secrets: secretsOf(how) }
          return (await createFromPackages(startReader, file, packages, program, options)).workbook
        })
        return workbookInfo(made)
      }),
    },
    merge: {
      preview: os.merge.preview.handler(({ input: { workbook, files, anotherStudy, ...how } }) =>
        sessions.preview(library.require(workbook), files.map(permits.redeem), {
          anotherStudy,
          secrets: secretsOf(how),
        }),
      ),
      accept: os.merge.accept.handler(({ input: { workbook, token, files } }) => {
        const receipt = sessions.accept(library.require(workbook), token, files)
        events.publish(workbook, { kind: 'merged', receipt: receipt.id })
        return receipt
      }),
      discard: os.merge.discard.handler(({ input: { workbook, token } }) =>
        sessions.discard(library.require(workbook), token),
      ),
      receipts: os.merge.receipts.handler(({ input }) => [
        ...listReceipts(library.require(input.workbook).store),
      ]),
      receipt: os.merge.receipt.handler(({ input: { workbook, receipt } }) =>
        requireReceipt(library.require(workbook).store, receipt),
      ),
      writeReceipt: os.merge.writeReceipt.handler(({ input: { workbook, receipt, format, to } }) =>
        writeReceipt(
          requireReceipt(library.require(workbook).store, receipt),
          format,
          permits.redeem(to),
        ),
      ),
    },
  }
}
