import { buildIfStale } from '../../build/build.ts'
import type { Benchmark } from './benchmark.ts'
import { benchBrowserFront } from './browser-front.ts'
import { benchCheck } from './check.ts'
import { benchExportXlsx } from './export-xlsx.ts'
import { benchMerge, benchMergeSizes } from './merge.ts'
import { benchRecords } from './records.ts'
import { benchResults } from './results.ts'
import { benchSaveRating } from './save-rating.ts'

// `npm run bench`: a table for people; `npm run -s bench -- --json`: the same for programs.
// `npm run bench -- --records=24000000`: that many ratings brought together in a warehouse, alone, which takes minutes.
await buildIfStale(['renderer', 'node'])
const records = process.argv.find(argument => argument.startsWith('--records='))?.split('=')[1]
const benchmarks =
  records === undefined
    ? [
        await benchSaveRating(),
        ...(await benchResults()),
        await benchBrowserFront(),
        await benchCheck(),
        ...(await benchMerge()),
        ...(await benchMergeSizes()),
        ...(await benchExportXlsx()),
      ]
    : await benchRecords(Number(records))
if (process.argv.includes('--json')) console.log(JSON.stringify(benchmarks, null, 2))
else console.log(asTable(benchmarks))

function asTable(rows: readonly Benchmark[]): string {
  const head = ['', 'floor (ms)', 'ours (ms)', 'ratio', 'n']
  const body = rows.map(({ name, floorMs, oursMs, ratio, n }) => [
    name,
    floorMs.toFixed(3),
    oursMs.toFixed(3),
    ratio.toFixed(2),
    String(n),
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map(row => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
  return [head, ...body].map(line).join('\n')
}
