import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { listBackups } from '../../../engine/disk/backup-places.ts'
import { laptopMark } from '../../../engine/disk/unfinished.ts'
import { CLI } from '../../cli/run-cli.ts'
import { canStandBeforeDisk } from '../../durability/disk/preload.ts'
import { isLongRun } from '../../helpers/counts.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'
import { startEngineOver } from '../../helpers/test-engine.ts'
import { onStick, roomWithStick } from './room-with-stick.ts'

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Runs a program for which a folder does not answer; gives its code and what it prints. */
async function runWithout(silent: string, library: string, program: readonly string[]) {
  const built = join(ownFolder(), 'silent.so')
  execFileSync('cc', ['-shared', '-fPIC', '-o', built, beside('silent.c'), '-ldl'])
  const env = {
    ...process.env,
    LD_PRELOAD: built,
    SILENT_FOLDER: silent,
    WORKBOOK_LIBRARY: library,
  }
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const printed = await text(child.stdout)
  const [code] = await ended
  return { code, printed }
}

it.runIf(isLongRun && canStandBeforeDisk)(
  'a second place that does not answer holds nobody up: not the start, nor the list of workbooks, a recovery, an export to it or a withdrawal',
  async () => {
    const { answerAndBackUp, copy, file, library, stick, workbook } = roomWithStick()
    answerAndBackUp(4)
    const later = answerAndBackUp(5)
    await copy()
    workbook.close()
    // The newest backup is on the second place alone.
    rmSync(later)
    const [older] = listBackups(file)
    const [newer] = onStick(stick)
    const damaged = Buffer.alloc(30_000)
    writeFileSync(file, damaged)
    const engine = startEngineOver(library)
    const { unreadable } = await createRouterClient(engine.router).library.list()
    engine.close()
    expect(newer).toContain(unreadable[0]?.backup?.slice(0, 19).replaceAll(':', '-'))
    expect(readFileSync(file).equals(damaged)).toBe(true)

    // A program was killed while it copied to the place.
    const note = `writing.zzzzz-${laptopMark()}-00000000.noted`
    writeFileSync(join(library, note), join(stick, 'Framework Workbook backups'))
    const { printed } = await runWithout(stick, library, [beside('ask-silent-place.ts'), library])
    const found = JSON.parse(printed)
    expect(found.unreadable).toMatchObject([{ file: 'sample.sqlite', backup: older?.at }])
    expect(found.copies).toEqual([])
    expect(found.secondPlace).toMatchObject({ folder: stick })
    expect(found.recovery).toMatchObject({ backupOf: older?.at })
    expect(found.workbooks).toMatchObject([{ id: workbook.id, ratings: 1 }])
    const refused = expect.stringMatching(/^export: .*report.txt does not answer/)
    expect(found.order).toEqual(['workbooks listed', refused, refused])
    expect(found.copiesLater).toBe(true)
    expect(found.problem).toMatchObject({ code: 'DISK_GONE' })
  },
)

it.runIf(isLongRun && canStandBeforeDisk)(
  'a recovery on the command line ends by itself, with its receipt, beside a second place that does not answer',
  async () => {
    const { answerAndBackUp, copy, file, library, stick, workbook } = roomWithStick()
    answerAndBackUp(4)
    await copy()
    workbook.close()
    writeFileSync(file, Buffer.alloc(30_000))
    const { code, printed } = await runWithout(stick, library, [CLI, 'recover', file])
    expect(printed).toContain('sample.sqlite was damaged and was recovered')
    expect(code).toBe(0)
  },
)
