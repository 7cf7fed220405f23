import { os, type RouterParts } from '../operation.ts'
import { noteWrittenFile } from '../study/written-files.ts'
import type { PictureChoices } from './charts/chart-files.ts'

// Loaded once somebody asks: much of the code of the engine writes files and draws, and no start waits for it.
const charts = () => import('./charts/chart-files.ts')
const exporting = () => import('./write-export.ts')

/** The operations that write results and ratings to files. */
export const exportOperations = ({ inAnswers, permits, drawPdf, underWay }: RouterParts) => ({
  write: inAnswers(os.exports.write, async (workbook, { format, language, to, ...scope }) => {
    const file = permits.redeem(to)
    const choices = { format, scope, ...(language && { language }) }
    const written = await underWay.track(
      exporting().then(({ writeExport }) => writeExport(workbook, choices, file, drawPdf)),
    )
    const { workshops = null, release = 'research' } = scope
    const { name } = written
    noteWrittenFile(workbook, { kind: 'export', format, workshops, name, release })
    return written
  }),
})

/** The operations that make pictures of charts. */
export const chartOperations = ({ inAnswers, permits }: RouterParts) => ({
  draw: inAnswers(os.charts.draw, async (workbook, asked) => {
    const { drawChart } = await charts()
    const { picture, notDrawn } = await drawChart(workbook, pictureChoices(asked))
    return { picture: picture.toString(asked.format === 'png' ? 'base64' : 'utf8'), notDrawn }
  }),
  save: inAnswers(os.charts.save, async (workbook, { to, ...asked }) =>
    (await charts()).saveChart(workbook, pictureChoices(asked), permits.redeem(to)),
  ),
})

type Asked = Pick<PictureChoices, 'chart' | 'format'> &
  PictureChoices['options'] &
  PictureChoices['scope']

function pictureChoices({ chart, format, theme, width, ...scope }: Asked): PictureChoices {
  return { chart, format, options: { theme, width }, scope }
}
