import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import {
  batchOutcome,
  batchWay,
  conflictList,
  decisionNote,
  resolution,
} from '../model/conflict.ts'
import { frameworkHash } from '../model/framework.ts'
import { mergeReceipt, previewEvent, receiptSummary } from '../model/packages.ts'
import { id, name } from '../model/vocabulary.ts'
import { workbookInfo } from '../model/workbook.ts'
import { namedParticipant } from '../model/workshop.ts'
import { done, filePermit, listOf, ofWorkbook, operation, writtenFile } from './operation.ts'

const passphrase = z.string().trim().min(12).max(400)
/** The secrets that may open encrypted packages: a passphrase, and the file of a team's private key. */
const secrets = {
  passphrase: z.string().trim().min(1).max(400).optional(),
  keyFile: filePermit.optional(),
}
const packages = z.array(filePermit).min(1).max(1_000)

const teamKey = z.object({ publicKey: z.string().nullable() })

/** The operations on packages: merges, the conflicts that come of them, passphrases and keys. */
export const packagesContract = {
  package: {
    /**
     * Writes a package to a file that a person chose: everything, or some workshops, or with `setup` no
     * participants and ratings. It is read back before it gets its name.
     */
    write: operation
      .input(
        ofWorkbook.extend({
          to: filePermit,
          workshops: z.array(id).min(1).optional(),
          setup: z.boolean().default(false),
          /** Encrypts it to this passphrase; left out, to the team's key if the workbook has one. */
          passphrase: passphrase.optional(),
          /** Leaves it open to anybody who gets the file, also where the workbook has a team's key. */
          unencrypted: z.boolean().default(false),
        }),
      )
      .output(writtenFile),
    /** Creates a workbook from packages of a study, as when a set-up package is opened. */
    open: operation
      .input(z.object({ files: packages, title: name.optional(), ...secrets }))
      .output(workbookInfo),
  },
  merge: {
    /**
     * Reads packages and reports the effect of merging them; ending the iteration cancels. Stores
     * nothing.
     */
    preview: operation
      .input(
        ofWorkbook.extend({
          files: packages,
          anotherStudy: z.boolean().default(false),
          ...secrets,
        }),
      )
      .output(eventIterator(previewEvent)),
    /**
     * Merges the previewed packages: all that fit, or only these files, by their places in the list. `framework` is
     * the version to use where they bring another; left out, the one in use stays.
     */
    accept: operation
      .input(
        ofWorkbook.extend({
          token: z.string(),
          files: z.array(z.number().int().min(0)).min(1).optional(),
          framework: frameworkHash.optional(),
        }),
      )
      .output(mergeReceipt),
    /** Discards a preview. */
    discard: operation.input(ofWorkbook.extend({ token: z.string() })),
    /**
     * The receipts that the workbook keeps, latest first; with `find` those with a package that these words find: of the
     * file, the laptop, a workshop, or what a person is called.
     */
    receipts: operation
      .input(ofWorkbook.extend({ find: z.string().trim().max(400).default('') }))
      .output(listOf(receiptSummary)),
    receipt: operation.input(ofWorkbook.extend({ receipt: id })).output(mergeReceipt),
    /** Writes a receipt to a file that a person chose. */
    writeReceipt: operation
      .input(ofWorkbook.extend({ receipt: id, format: z.enum(['json', 'html']), to: filePermit }))
      .output(writtenFile),
  },
  conflict: {
    /** The open conflicts with their sides, and the resolutions in force. */
    list: operation.input(ofWorkbook).output(conflictList),
    /** Resolves a conflict by choosing one side, by the rating's id; the others are set aside, not lost. */
    resolve: operation
      .input(ofWorkbook.extend({ rating: id, ...decisionNote.partial().shape }))
      .output(resolution),
    /** Chooses one of the descriptions of a participant, by its id; it takes the place of all. */
    describe: operation.input(ofWorkbook.extend({ description: id })).output(namedParticipant),
    /**
     * Resolves several at once, all or none of what the way decides: those named by a side of each. `rehearses` counts
     * alone.
     */
    resolveMany: operation
      .input(
        ofWorkbook.extend({
          way: batchWay,
          among: z.array(id).min(1).max(100_000),
          rehearses: z.boolean().default(false),
          ...decisionNote.partial().shape,
        }),
      )
      .output(batchOutcome),
    /** Revokes all resolutions of a batch that still hold, at once; answers with how many. */
    reopenMany: operation
      .input(ofWorkbook.extend({ batch: id }))
      .output(z.object({ reopened: z.number().int() })),
    /** Revokes a resolution by its id, which opens the conflict again. */
    reopen: operation.input(ofWorkbook.extend({ settlement: id })).output(done),
  },
  keys: {
    /** The public key of the research team to which packages are encrypted; null for none. */
    team: operation.input(ofWorkbook).output(teamKey),
    setTeam: operation.input(ofWorkbook.extend(teamKey.shape)).output(teamKey),
    /**
     * Makes a team's keys: the private one goes into the file that a person chose, which must be new; the
     * public one is given.
     */
    makeTeam: operation
      .input(z.object({ to: filePermit }))
      .output(z.object({ publicKey: z.string() })),
    /** A passphrase of six random words. */
    suggestPassphrase: operation.output(z.object({ passphrase: z.string() })),
  },
}
