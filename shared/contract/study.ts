import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import {
  checkChoices,
  checkOutcome,
  glossaryOutcome,
  previewOutcome,
  previewScope,
} from '../model/check.ts'
import {
  framework,
  frameworkHash,
  frameworkVersion,
  indicatorEdit,
  versionComparison,
  versionDecisions,
  versionDifference,
} from '../model/framework.ts'
import { glossary } from '../model/glossary/terms.ts'
import {
  indicatorPicture,
  pictureContent,
  pictureContentId,
  pictureReading,
} from '../model/pictures/pictures.ts'
import { scaleLength } from '../model/scale.ts'
import { id } from '../model/vocabulary.ts'
import {
  diskEncryption,
  library,
  recovery,
  workbookDetails,
  workbookInfo,
} from '../model/workbook.ts'
import { workbookEvent } from './events.ts'
import { filePermit, listOf, ofWorkbook, operation, writtenFile } from './operation.ts'

/** A checked framework file with a person's choices, and the decisions about its indicators. */
const changedFile = ofWorkbook.extend({
  file: filePermit,
  ...checkChoices.shape,
  decisions: versionDecisions.default([]),
})

/** The version in use now; `isNew` is false where nothing had changed, and nothing was stored. */
const loadedVersion = z.object({
  hash: frameworkHash,
  isNew: z.boolean(),
  /** The number of terms of a glossary that was stored with it; left out where none was. */
  terms: z.number().int().optional(),
})

/** The files that a person chose for pictures, of which a folder may have many. */
const pictureFiles = ofWorkbook.extend({ files: z.array(filePermit).min(1).max(10_000) })

/** The version of the framework that is in use, and the number of its indicators whose picture has changed. */
const loadedPictures = z.object({ framework: frameworkHash, changed: z.number().int() })

/** The version of the framework that is in use, and whether another glossary explains it now. */
const loadedGlossary = z.object({ framework: frameworkHash, isNew: z.boolean() })

/** The operations on the library, on a workbook as a whole, and on its framework and the versions of it. */
export const studyContract = {
  library: {
    /** The workbooks on this laptop. */
    list: operation.output(library),
    /** The encryption of the disk that the library lies on, which the system may take seconds to say. */
    encryption: operation.output(diskEncryption),
    /** Brings back what was rescued from a workbook whose file was moved while it was open. */
    bringBack: operation.input(ofWorkbook).output(workbookInfo),
    /** Brings copies of a workbook together, each of which has something of its own; none is removed. */
    joinCopies: operation.input(ofWorkbook).output(workbookInfo),
    /** Recovers a damaged workbook, by the name of its file in the library, from its newest good backup. */
    recover: operation.input(z.object({ file: z.string() })).output(recovery),
    /** Makes a workbook from a checked framework file; refused, with nothing made, if it has errors. */
    create: operation
      .input(workbookDetails.extend({ file: filePermit, ...checkChoices.shape }))
      .output(workbookInfo),
    /** Creates a workbook from the example framework; `madeUp` adds workshops with synthetic ratings. */
    createExample: operation
      .input(workbookDetails.extend({ madeUp: z.boolean() }))
      .output(workbookInfo),
  },
  workbook: {
    info: operation.input(ofWorkbook).output(workbookInfo),
    /** Gives a workbook another scale; only before the first rating. */
    changeScale: operation.input(ofWorkbook.extend({ scale: scaleLength })).output(workbookInfo),
    /** Watches a workbook: first `ready`, then each change after its commit. */
    watch: operation.input(ofWorkbook).output(eventIterator(workbookEvent)),
  },
  framework: {
    /** Reads a framework file and reports the reading; stores nothing. */
    check: operation.input(checkChoices.extend({ file: filePermit })).output(checkOutcome),
    /** Rows of a framework file as the spreadsheet shows them. */
    preview: operation.input(previewScope.extend({ file: filePermit })).output(previewOutcome),
    /** Writes an empty framework spreadsheet, to be filled in, to a file that a person chose. */
    template: operation.input(z.object({ to: filePermit })).output(writtenFile),
    /** Writes the choices about a framework file, those that the program made included, to be used again. */
    saveMapping: operation
      .input(checkChoices.extend({ file: filePermit, to: filePermit }))
      .output(writtenFile),
    /** The glossary of the framework, whichever of its versions is in use; null for none. */
    glossary: operation.input(ofWorkbook).output(glossary.nullable()),
    /** Reads a file with a glossary alone and reports the reading; stores nothing. */
    checkGlossary: operation.input(z.object({ file: filePermit })).output(glossaryOutcome),
    /** Puts the glossary of a file in the place of the one that stands; null takes it away. */
    loadGlossary: operation
      .input(ofWorkbook.extend({ file: filePermit.nullable() }))
      .output(loadedGlossary),
    /** The pictures of the indicators of the version in use, without their bytes. */
    pictures: operation.input(ofWorkbook).output(listOf(indicatorPicture)),
    /** The bytes of a picture; null where there is none of this content. */
    picture: operation
      .input(ofWorkbook.extend({ content: pictureContentId }))
      .output(pictureContent.nullable()),
    /** Reads pictures for the version in use, by the codes that their files are called; stores nothing. */
    checkPictures: operation.input(pictureFiles).output(pictureReading),
    /** Puts the pictures that can be read in the place of those that stand; the others are passed over. */
    loadPictures: operation.input(pictureFiles).output(loadedPictures),
    /** Takes the pictures of these indicators away, or (null) of all. */
    removePictures: operation
      .input(ofWorkbook.extend({ indicators: z.array(id).max(20_000).nullable() }))
      .output(loadedPictures),
    /** The latest framework version of the workbook. */
    get: operation.input(ofWorkbook).output(framework),
  },
  version: {
    /** Every version, oldest first, with its changes and the number of ratings that saw it. */
    list: operation.input(ofWorkbook).output(listOf(frameworkVersion)),
    /** The changes that a version made to those that it replaced; none for a first one. */
    difference: operation
      .input(ofWorkbook.extend({ hash: frameworkHash }))
      .output(versionDifference),
    /** Compares a changed file with the version in use; stores nothing. */
    compare: operation.input(changedFile).output(versionComparison),
    /** Makes a changed file the version in use; `against` is the version that it was compared with. */
    load: operation.input(changedFile.extend({ against: frameworkHash })).output(loadedVersion),
    /** Uses a version of the workbook from now on, again or in place of another. */
    use: operation.input(ofWorkbook.extend({ hash: frameworkHash })).output(loadedVersion),
    /** Adds, rewords or retires one indicator, which makes a version too. */
    edit: operation
      .input(ofWorkbook.extend({ edit: indicatorEdit, against: frameworkHash }))
      .output(loadedVersion),
  },
}
