/** A child process that copies the backups of a library to its second place, and is killed midway where that is asked for. */
import { globSync } from 'node:fs'
import { copyBackups } from '../../../engine/backups/copy-backups.ts'
import { secondPlaceOf } from '../../../engine/backups/second-place.ts'
import { systemClock } from '../../../engine/program.ts'

const [, , library = '', isKilled = ''] = process.argv
const cwd = secondPlaceOf(library).folder ?? ''
if (isKilled === 'kill') {
  setInterval(() => {
    if (globSync('**/*.unfinished', { cwd }).length > 0) process.kill(process.pid, 'SIGKILL')
  }, 1)
}
const thrown = (await copyBackups(library, systemClock)) as { readonly code: string } | null
process.stdout.write(JSON.stringify({ code: thrown?.code, files: globSync('**/*', { cwd }) }))
