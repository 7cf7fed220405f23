import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { WorkbookError } from '../../engine/errors.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { frameworkFromCheck } from '../../engine/frameworks/from-file.ts'
import {
  currentFramework,
  currentVersion,
} from '../../engine/frameworks/versions/current-version.ts'
import { compareVersion, loadVersion } from '../../engine/frameworks/versions/load-version.ts'
import { systemClock } from '../../engine/program.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { CheckOutcome } from '../../shared/model/check.ts'
import { rowsOf } from '../golden/table-dump.ts'

/** So many damaged files become versions; all others that could are held against the one in use. */
const MOST_LOADED = 8

/** After so many attempts the workbook is read to its last byte. */
const READ_EVERY = 50

/** The outcome of an attempt to load a file. */
type Attempt = 'refused' | 'not settled' | 'loaded' | 'compared'

/** A real workbook, into which damaged files are loaded as a changed framework. */
export interface LoadingTarget {
  /** Loads what was understood of a file; throws where a refusal left a trace, or a version is not whole. */
  readonly attempt: (outcome: CheckOutcome) => Attempt
}

/** Makes the workbook anew at this path, with the first indicators of the example. */
export function createLoadingTarget(file: string): LoadingTarget {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  const framework = exampleFramework()
  const workbook = createWorkbook(
    file,
    {
      title: 'Nobody may touch it',
      scale: 5,
      madeUp: false,
      framework: { ...framework, indicators: framework.indicators.slice(0, 11) },
    },
    { appVersion: '0.0.0-test', clock: systemClock },
  )
  const { store } = workbook
  const contents = (): string => createHash('sha256').update(rowsOf(file)).digest('hex')
  /** The number of rows that were ever written: the file itself is written to a little after each commit. */
  const lastWritten = (): string =>
    `${store.prepare<Record<string, never>, { readonly rows: number }>('SELECT total_changes() AS rows').get({})?.rows}`
  let loaded = 0
  let attempts = 0
  let untouched = { written: lastWritten(), contents: contents() }

  const load = (outcome: CheckOutcome): Attempt => {
    const changed = frameworkFromCheck(outcome)
    if (loaded >= MOST_LOADED) {
      compareVersion(store, changed.indicators, [])
      return 'compared'
    }
    const against = currentVersion(store).hash
    const { isNew } = loadVersion(workbook, { framework: changed, decisions: [], against })
    if (!isNew) return 'compared'
    loaded++
    const stored = currentFramework(store).indicators.length
    if (stored !== changed.indicators.length) throw new Error('Only a part was loaded.')
    return 'loaded'
  }

  const attempt = (outcome: CheckOutcome): Attempt => {
    const ended = (() => {
      try {
        return load(outcome)
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error
        return error.code === 'FRAMEWORK_UNSETTLED' ? 'not settled' : 'refused'
      }
    })()
    const written = lastWritten()
    attempts++
    if (ended === 'loaded') {
      if (written === untouched.written) throw new Error('The version was not stored.')
      untouched = { written, contents: contents() }
      return ended
    }
    if (written !== untouched.written) throw new Error('The workbook was written to.')
    // Reading it whole each time would take longer than all the rest.
    const isChanged = attempts % READ_EVERY === 0 && contents() !== untouched.contents
    if (isChanged) throw new Error('The workbook was changed.')
    return ended
  }
  return { attempt }
}
