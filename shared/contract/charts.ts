import { z } from 'zod'
import { chartChoice, chartLook, pictureFormat } from '../model/chart.ts'
import { resultsScope } from '../model/results.ts'
import { filePermit, ofWorkbook, operation, writtenFile } from './operation.ts'

const picture = ofWorkbook.extend({
  ...resultsScope.shape,
  ...chartLook.shape,
  chart: chartChoice,
  format: pictureFormat,
})

/** What may be asked about charts; their figures are those of `results.get` for the same scope. */
export const chartsContract = {
  charts: {
    /** A chart as a picture to paste elsewhere: the text of an SVG, or a PNG in base64. */
    draw: operation.input(picture).output(z.object({ picture: z.string() })),
    /** Writes a chart to a file that a person chose. */
    save: operation.input(picture.extend({ to: filePermit })).output(writtenFile),
  },
}
