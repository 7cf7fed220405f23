import { addSyntheticRatings } from '../../engine/ratings/synthetic/synthetic-ratings.ts'
import { consolidate } from '../../engine/results/consolidate.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { ChartMaterial } from '../../shared/charts/chart.ts'
import type { ResultsScope } from '../../shared/model/results.ts'
import { type ScaleLength, scaleLength } from '../../shared/model/scale.ts'
import { indicatorText, program } from './sample-workbook.ts'
import { tempFolder } from './temp-folder.ts'

interface Wanted {
  readonly indicators: number
  readonly scale?: ScaleLength
  readonly workshops?: number
  readonly participants?: number
  readonly title?: (number: number) => string
  readonly scope?: Partial<ResultsScope>
}

/** The results of a real workbook with so many indicators and made-up ratings. */
export function ratedMaterial(wanted: Wanted): ChartMaterial {
  const { indicators, scale = 5, workshops = 3, participants = 5, title, scope } = wanted
  using folder = tempFolder()
  const texts = Array.from({ length: indicators }, (_, index) => {
    const code = `IND-${String(index + 1).padStart(3, '0')}`
    return indicatorText(code, title ? { title: title(index) } : {})
  })
  const framework = {
    title: 'Sample',
    origin: 'file',
    fileName: 'a.csv',
    indicators: texts,
  } as const
  const workbook = createWorkbook(
    folder.file('rated.sqlite'),
    { title: 'Rated', scale, madeUp: true, framework },
    program,
  )
  addSyntheticRatings(workbook, { workshops, participants, seed: 7 })
  const results = consolidate(workbook, { round: 1, ...scope })
  workbook.close()
  return { results, scale: workbook.scale }
}

/** Every length that a scale can have. */
export const SCALE_LENGTHS = [...scaleLength.values]
