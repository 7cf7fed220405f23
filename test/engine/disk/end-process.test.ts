import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ownFolder } from '../../helpers/sample-workbook.ts'

const CHILD = fileURLToPath(new URL('ask-and-end.ts', import.meta.url))

it.skipIf(process.platform === 'win32')(
  'ends with its code, tidied up, while a place owes an answer that never comes',
  () => {
    // Whoever opens a pipe that nobody writes to waits as one does for a share whose network is gone.
    const place = join(ownFolder(), 'silent')
    execFileSync('mkfifo', [place])
    const { status, stdout, stderr } = spawnSync(process.execPath, [CHILD, place, '3'], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: 'tidied away\n', stderr: '' })
  },
)
