import { join } from 'node:path'
import { mergeInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { getTotals } from '../../engine/store/reports/tallies.ts'
import { peakKilobytes } from '../helpers/peak-memory.ts'
import { type ChildMerge, emptyWorkbook, packedReader } from './merge.ts'

// Merges the packages of a folder into an empty workbook, and prints what that took.
const [, , folder = '', count = '0'] = process.argv
const packages = Array.from({ length: Number(count) }, (_, number) => ({
  path: join(folder, `${number}.workbook`),
  name: `${number}.workbook`,
}))
const workbook = emptyWorkbook(join(folder, 'merged.sqlite'))
const start = performance.now()
await mergeInOneGo(packedReader(), workbook, packages)
const milliseconds = performance.now() - start
const { ratings } = getTotals(workbook.store)
workbook.close()
const megabytes = peakKilobytes() / 1024
console.log(JSON.stringify({ milliseconds, ratings, megabytes } satisfies ChildMerge))
