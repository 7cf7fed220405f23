/** The time that the tests of one file took together. */
export interface FileTime {
  /** The path from the folder of the project. */
  readonly file: string
  readonly seconds: number
}

const SHOWN = 10

/** The ten files whose tests took longest, the slowest first, as lines below a heading. */
export function slowestLines(times: readonly FileTime[]): string {
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, SHOWN)
  const lines = slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)}  ${file}`)
  return ['The slowest files, in seconds:', ...lines].join('\n')
}
