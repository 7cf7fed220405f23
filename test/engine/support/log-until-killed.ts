import { openLog } from '../../../engine/support/log.ts'

/** Logs in the library that it is told of, says so, and waits to be killed. */
const [library = ''] = process.argv.slice(2)
const log = openLog(library, { appVersion: '1.2.3', clock: () => new Date().toISOString() })
log.ended(['turn', 'save'], 1_500)
process.stdout.write('logged\n')
setInterval(() => undefined, 1_000)
