import { statSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { supportReportText } from '../../shared/messages/program/support-report.ts'
import type { SupportWorkbook } from '../../shared/model/support.ts'
import { listBackups } from '../disk/backup-places.ts'
import { readEncryption } from '../disk/encryption.ts'
import { chosenAtStart } from '../disk/library-folder.ts'
import { WorkbookError } from '../errors.ts'
import { PACKAGE_VERSION } from '../packages/format/manifest.ts'
import { RECORD_TABLES } from '../packages/format/record-kinds.ts'
import type { Program } from '../program.ts'
import { openStoreForReading } from '../store/connection/read-only.ts'
import { newestVersion, readMigrations } from '../store/migrate.ts'
import { countRecords } from '../store/packages/record-table.ts'
import { countMissing } from '../verify/missing-saves.ts'
import { extentFor, refuseUnsound } from '../verify/soundness.ts'
import { workbookFilesIn } from '../workbooks/found-files.ts'
import { riskOf } from '../workbooks/place-risk.ts'
import { runsOn, secondPlaceFacts } from '../workbooks/program-facts.ts'
import { latestLines } from './log.ts'

/** The lines of the log that a report has. */
const LATEST = 300

/**
 * Makes the report for support of a library: versions, settings, figures and codes, and the latest lines of the log.
 * Every workbook is read and checked, and no byte of it is changed.
 */
export async function makeSupportReport(
  library: string,
  { appVersion, clock }: Program,
): Promise<string> {
  return supportReportText({
    madeAt: clock(),
    version: appVersion,
    build: process.env.WORKBOOK_BUILD ?? 'source',
    runsOn: [...runsOn(), `system release ${release()}`],
    schema: newestVersion(readMigrations()),
    packages: PACKAGE_VERSION,
    settings: await settingsOf(library),
    workbooks: workbookFilesIn(library).map(file => describeFile(join(library, file))),
    log: latestLines(library, LATEST).map(line => JSON.stringify(line)),
  })
}

async function settingsOf(library: string): Promise<[string, string][]> {
  const { by, state } = await readEncryption(library)
  return [
    [
      'Folder of the workbooks',
      chosenAtStart() === null ? 'not named at the start' : 'named at the start',
    ],
    ['Others write there', riskOf(library)?.kind ?? 'not known'],
    ['Second place for backups', secondPlaceWords(library)],
    [`Encryption of the disk (${by})`, state],
  ]
}

function secondPlaceWords(library: string): string {
  const place = secondPlaceFacts(library)
  if (place === null) return 'none'
  const { newest, problem } = place
  return `${newest === null ? 'nothing copied yet' : `newest copy of ${newest}`}${problem === null ? '' : `, ${problem.code}`}`
}

/** A workbook's figures. Where it cannot be read, or is not as it was written, the code says which. */
function describeFile(file: string): SupportWorkbook {
  const backups = listBackups(file)
  const outside = {
    bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
    backups: backups.length,
    newestBackup: backups[0]?.at ?? null,
  }
  try {
    const { store, database } = openStoreForReading(file)
    try {
      const records = countRecords(store, RECORD_TABLES)
      return {
        ...outside,
        code: codeOf(() => refuseUnsound(store, extentFor(file))),
        missing: countMissing(store),
        records,
      }
    } finally {
      database.close()
    }
  } catch (error) {
    return { ...outside, code: codeOfError(error), missing: 0, records: [] }
  }
}

/** The code of the error that some work throws; null where it throws none. */
function codeOf(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    return codeOfError(error)
  }
}

const codeOfError = (error: unknown): string =>
  error instanceof WorkbookError ? error.code : 'FAULT'
