/** A child process that recovers a damaged workbook; the test kills it. */
import { writeSync } from 'node:fs'
import { recoverWorkbook } from '../../engine/backups/recover.ts'
import { systemClock } from '../../engine/program.ts'
import { readerWithin } from '../helpers/reader-within.ts'

const STANDARD_OUTPUT = 1
const [, , file = ''] = process.argv
writeSync(STANDARD_OUTPUT, 'begun\n')
await recoverWorkbook(readerWithin, file, { appVersion: '0.0.0-test', clock: systemClock })
writeSync(STANDARD_OUTPUT, 'done\n')
