import { cpus, totalmem, version } from 'node:os'
import { buildIfStale } from '../../build/build.ts'
import type { Benchmark } from './benchmark.ts'
import { benchCheck } from './check.ts'
import { benchExportXlsx } from './export-xlsx.ts'
import { benchMerge, benchMergeSizes } from './merge.ts'
import { benchCheckpoint, benchOpening } from './opening.ts'
import { benchRatingPace } from './rating-pace.ts'
import { benchRecords } from './records.ts'
import { benchResults } from './results.ts'
import { benchSaveRating } from './save-rating.ts'
import { benchSize } from './size.ts'
import { benchBrowserFront, benchDesktop } from './starts.ts'

/** The benchmarks by the words that measure them alone, as in `npm run bench -- save merge`. */
const GROUPS: Readonly<Record<string, () => Promise<Benchmark | readonly Benchmark[]>>> = {
  save: benchSaveRating,
  rating: benchRatingPace,
  checkpoint: benchCheckpoint,
  opening: benchOpening,
  results: benchResults,
  browser: benchBrowserFront,
  desktop: benchDesktop,
  size: benchSize,
  check: benchCheck,
  merge: benchMerge,
  sizes: benchMergeSizes,
  excel: benchExportXlsx,
}

// `npm run bench`: a table for people, with the machine; `npm run -s bench -- --json`: the same for programs.
// `npm run bench -- --records=24000000`: that many ratings brought together in a warehouse, alone, which takes minutes.
const words = process.argv.slice(2)
const chosen = words.filter(word => !word.startsWith('--'))
const unknown = chosen.filter(name => !(name in GROUPS))
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')} to measure, only ${Object.keys(GROUPS).join(', ')}.`,
  )
  process.exit(2)
}
await buildIfStale(['renderer', 'node', 'desktop'])
const records = words.find(word => word.startsWith('--records='))?.split('=')[1]
const benchmarks = records === undefined ? await measure() : await benchRecords(Number(records))
if (words.includes('--json')) console.log(JSON.stringify(benchmarks, null, 2))
else console.log(`${machine()}\n\n${asTable(benchmarks)}`)

async function measure(): Promise<readonly Benchmark[]> {
  const results: Benchmark[] = []
  for (const [name, bench] of Object.entries(GROUPS)) {
    if (chosen.length === 0 || chosen.includes(name)) results.push(...[await bench()].flat())
  }
  return results
}

/** The machine, as far as it says what it is. */
function machine(): string {
  const [processor] = cpus()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return `${processor?.model ?? 'processor'} (${cpus().length}), ${gigabytes} GB, ${version()}, Node ${process.versions.node}`
}

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
