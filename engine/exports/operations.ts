import { os, type RouterParts } from '../operation.ts'
import { drawChart, type PictureChoices, saveChart } from './charts/chart-files.ts'

/** The operations that make pictures of charts. */
export function chartOperations({ library, permits }: RouterParts) {
  return {
    charts: {
      draw: os.charts.draw.handler(async ({ input: { workbook, ...asked } }) => {
        const picture = await drawChart(library.require(workbook), choicesOf(asked))
        return { picture: picture.toString(asked.format === 'png' ? 'base64' : 'utf8') }
      }),
      save: os.charts.save.handler(({ input: { workbook, to, ...asked } }) =>
        saveChart(library.require(workbook), choicesOf(asked), permits.redeem(to)),
      ),
    },
  }
}

type Asked = Pick<PictureChoices, 'chart' | 'format'> &
  PictureChoices['options'] &
  PictureChoices['scope']

function choicesOf({ chart, format, theme, width, ...scope }: Asked): PictureChoices {
  return { chart, format, options: { theme, width }, scope }
}
