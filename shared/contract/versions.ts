import { z } from 'zod'
import { checkChoices } from '../model/check.ts'
import { frameworkHash } from '../model/framework.ts'
import {
  frameworkVersion,
  indicatorEdit,
  versionComparison,
  versionDecisions,
  versionDifference,
} from '../model/versions.ts'
import { filePermit, ofWorkbook, operation } from './operation.ts'

/** A framework file that was settled, and what was decided about its indicators. */
const changedFile = ofWorkbook.extend({
  file: filePermit,
  ...checkChoices.shape,
  decisions: versionDecisions.default([]),
})

/** The version in use now; `isNew` is false where nothing had changed, and nothing was stored. */
const loadedVersion = z.object({ hash: frameworkHash, isNew: z.boolean() })

/** What may be asked about the versions of a workbook's framework. */
export const versionsContract = {
  version: {
    /** Every version, oldest first, with what it changed and how many ratings saw it. */
    list: operation.input(ofWorkbook).output(z.array(frameworkVersion)),
    /** What a version changed in those that it replaced; for a first one, nothing. */
    difference: operation
      .input(ofWorkbook.extend({ hash: frameworkHash }))
      .output(versionDifference),
    /** Holds a changed file against the version in use; stores nothing. */
    compare: operation.input(changedFile).output(versionComparison),
    /** Makes a changed file the version in use; `against` is the version that it was compared with. */
    load: operation.input(changedFile.extend({ against: frameworkHash })).output(loadedVersion),
    /** Adds, rewords or retires one indicator, which makes a version too. */
    edit: operation
      .input(ofWorkbook.extend({ edit: indicatorEdit, against: frameworkHash }))
      .output(loadedVersion),
  },
}
