import { os, type RouterParts } from '../operation.ts'
import { noteWrittenFile } from '../study/written-files.ts'
import { drawChart, type PictureChoices, saveChart } from './charts/chart-files.ts'
import { writeExport } from './write-export.ts'

/** The operations that write results and ratings to files. */
export const exportOperations = ({ inAnswers, permits, drawPdf, underWay }: RouterParts) => ({
  write: inAnswers(os.exports.write, async (workbook, { format, to, ...scope }) => {
    const written = await underWay.track(
      writeExport(workbook, { format, scope }, permits.redeem(to), drawPdf),
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
    const picture = await drawChart(workbook, pictureChoices(asked))
    return { picture: picture.toString(asked.format === 'png' ? 'base64' : 'utf8') }
  }),
  save: inAnswers(os.charts.save, (workbook, { to, ...asked }) =>
    saveChart(workbook, pictureChoices(asked), permits.redeem(to)),
  ),
})

type Asked = Pick<PictureChoices, 'chart' | 'format'> &
  PictureChoices['options'] &
  PictureChoices['scope']

function pictureChoices({ chart, format, theme, width, ...scope }: Asked): PictureChoices {
  return { chart, format, options: { theme, width }, scope }
}
