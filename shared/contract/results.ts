import { z } from 'zod'
import { LANGUAGE_CODES } from '../languages/languages.ts'
import {
  chartChoice,
  exportFormat,
  exportScope,
  pictureFormat,
  pictureOptions,
} from '../model/exports.ts'
import { historyStep, ratingBehind } from '../model/provenance.ts'
import {
  comparison,
  comparisonScope,
  movesScope,
  results,
  resultsScope,
  resultsWithAgreement,
  whoMoved,
} from '../model/results.ts'
import { ruleDraft, studyRule } from '../model/rules.ts'
import { criterion, id } from '../model/vocabulary.ts'
import { filePermit, listOf, ofWorkbook, operation, writtenFile } from './operation.ts'

const picture = ofWorkbook.extend({
  ...resultsScope.shape,
  ...pictureOptions.shape,
  chart: chartChoice,
  format: pictureFormat,
})

/** The letters of a chart that are boxes in its picture. */
const letters = listOf(z.string())

/** The operations on results: rules, charts, exports, and the ratings that a figure rests on. */
export const resultsContract = {
  results: {
    /** Consolidated results over the current ratings in scope. */
    get: operation.input(ofWorkbook.extend(resultsScope.shape)).output(results),
    /** The agreement between people over all indicators. */
    agreement: operation
      .input(ofWorkbook.extend(resultsScope.shape))
      .output(resultsWithAgreement.shape.agreement),
    /** Results side by side: by workshop, by the words on screen, or by round. */
    compare: operation.input(ofWorkbook.extend(comparisonScope.shape)).output(comparison),
    /** The number of people who moved between two rounds, and the directions. */
    moved: operation.input(ofWorkbook.extend(movesScope.shape)).output(whoMoved),
  },
  exports: {
    /** Writes the results or the ratings to a file that a person chose; never leaves half a file. */
    write: operation
      .input(
        ofWorkbook.extend({
          ...exportScope.shape,
          format: exportFormat,
          /** The language of headings and fixed words; left out, English. */
          language: z.enum(LANGUAGE_CODES).optional(),
          to: filePermit,
        }),
      )
      .output(writtenFile),
  },
  rule: {
    /** The study's own rules, retired ones too. */
    list: operation.input(ofWorkbook).output(listOf(studyRule)),
    add: operation.input(ofWorkbook.extend({ draft: ruleDraft })).output(studyRule),
    /** Makes the next version of a rule. */
    change: operation.input(ofWorkbook.extend({ rule: id, draft: ruleDraft })).output(studyRule),
    /** Retires a rule, or takes it up again. */
    retire: operation
      .input(ofWorkbook.extend({ rule: id, retired: z.boolean() }))
      .output(studyRule),
  },
  charts: {
    /** A chart as a picture to paste elsewhere: the text of an SVG, or a PNG in base64. */
    draw: operation.input(picture).output(z.object({ picture: z.string(), notDrawn: letters })),
    /** Writes a chart to a file that a person chose. */
    save: operation
      .input(picture.extend({ to: filePermit }))
      .output(writtenFile.extend({ notDrawn: letters })),
  },
  provenance: {
    /** The ratings behind the figures of one indicator and criterion, with their origins. */
    behind: operation
      .input(ofWorkbook.extend({ ...resultsScope.shape, indicator: id, criterion }))
      .output(listOf(ratingBehind)),
    /** The history of one answer, the earliest record first. */
    history: operation.input(ofWorkbook.extend({ rating: id })).output(listOf(historyStep)),
  },
}
