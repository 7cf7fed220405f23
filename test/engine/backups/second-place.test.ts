import { spawnSync } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recoverWorkbook } from '../../../engine/backups/recover.ts'
import { nameSecondPlace, secondPlaceOf } from '../../../engine/backups/second-place.ts'
import { backupFolderOf, listBackups } from '../../../engine/disk/backup-places.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { EngineClient } from '../../../shared/host.ts'
import { canHaveOwnDisk, onOwnDisk } from '../../e2e/helpers/started-program.ts'
import { program, rating } from '../../helpers/sample-workbook.ts'
import { startEngineOver } from '../../helpers/test-engine.ts'
import { onStick, roomWithStick } from './room-with-stick.ts'

/** A place on another disk than temporary files, which may lie in memory themselves; undefined where there is none. */
const OTHER_DISK = ['/dev/shm', '/var/tmp'].find(
  place => existsSync(place) && statSync(place).dev !== statSync(tmpdir()).dev,
)
const codeOf = (thrown: unknown): unknown => (thrown as { readonly code?: string } | null)?.code

describe('a second place for backups', () => {
  it('gets each backup byte for byte, for its owner alone, by workbook and laptop', async () => {
    const { answerAndBackUp, copy, library, stick } = roomWithStick()
    const backup = answerAndBackUp(4)
    expect(await copy()).toBeNull()
    const [copied = '', ...others] = onStick(stick)
    expect(others).toEqual([])
    const { laptop } = secondPlaceOf(library)
    expect(copied).toBe(
      join('Framework Workbook backups', `sample.sqlite.${laptop}`, basename(backup)),
    )
    expect(readFileSync(join(stick, copied)).equals(readFileSync(backup))).toBe(true)
    expect(statSync(join(stick, copied)).mode & 0o777).toBe(0o600)
    expect(await copy()).toBeUndefined()
  })

  it('that is pulled out is remembered since when, stops nothing, and is caught up with', async () => {
    const { answerAndBackUp, copy, library, stick } = roomWithStick()
    answerAndBackUp(4)
    await copy()
    renameSync(stick, `${stick} pulled`)
    const second = answerAndBackUp(5)
    expect(codeOf(await copy())).toBe('NO_SUCH_FILE')
    expect(secondPlaceOf(library).problem).toBe('NO_SUCH_FILE')
    expect(existsSync(stick)).toBe(false)
    renameSync(`${stick} pulled`, stick)
    expect(await copy()).toBeNull()
    expect(secondPlaceOf(library)).toMatchObject({ problem: null })
    expect(onStick(stick).map(name => basename(name))).toContain(basename(second))
  })

  it.skipIf(OTHER_DISK === undefined)(
    'is not taken for there where only its empty folder is',
    async () => {
      const { answerAndBackUp, copy, stick } = roomWithStick()
      rmSync(stick, { recursive: true })
      const disk = join(OTHER_DISK ?? '', `workbook-${process.pid}`)
      mkdirSync(disk)
      try {
        symlinkSync(disk, stick)
        answerAndBackUp(4)
        expect(await copy()).toBeNull()
        expect(onStick(disk)).toHaveLength(1)
        rmSync(stick)
        mkdirSync(stick)
        answerAndBackUp(5)
        expect(codeOf(await copy())).toBe('DISK_GONE')
        expect(onStick(stick)).toEqual([])
      } finally {
        rmSync(disk, { recursive: true })
      }
    },
  )

  it('that refuses to be written is named by its error, and leaves nothing half there', async () => {
    const { answerAndBackUp, copy, stick } = roomWithStick()
    answerAndBackUp(4)
    writeFileSync(join(stick, 'Framework Workbook backups'), 'a file in the place of the folder')
    expect(codeOf(await copy())).toBe('CANNOT_WRITE_FILE')
    expect(globSync('**/*', { cwd: stick })).toEqual(['Framework Workbook backups'])
  })

  const script = join(import.meta.dirname, 'copy-until-killed.ts')
  /** Puts a backup of so many megabytes beside the others, the latest of all. */
  const addLargeBackup = (file: string, megabytes: number): string => {
    const path = join(backupFolderOf(file), '2026-03-09T10-00-00Z.backup')
    writeFileSync(path, Buffer.alloc(megabytes * 1024 * 1024, 'backup'))
    return path
  }

  it('has no half copy after a kill, and the whole one after the next start', async () => {
    const { answerAndBackUp, copy, file, library, stick } = roomWithStick()
    answerAndBackUp(4)
    const large = addLargeBackup(file, 48)
    const killed = spawnSync(process.execPath, [script, library, 'kill'], { encoding: 'utf8' })
    expect(killed.signal).toBe('SIGKILL')
    expect(onStick(stick)).toEqual([])
    expect(globSync('**/*.unfinished', { cwd: stick })).toHaveLength(1)
    expect(await copy()).toBeNull()
    const [copied = ''] = onStick(stick)
    expect(readFileSync(join(stick, copied)).equals(readFileSync(large))).toBe(true)
    expect(globSync('**/*.unfinished', { cwd: stick })).toEqual([])
  })

  it.skipIf(!canHaveOwnDisk())('that is full is named, and nothing half is left there', () => {
    const { answerAndBackUp, file, library, stick } = roomWithStick()
    answerAndBackUp(4)
    addLargeBackup(file, 3)
    const command = [process.execPath, script, library]
    const [unshare = '', ...words] = onOwnDisk(stick, 1, command)
    const { stdout } = spawnSync(unshare, words, { encoding: 'utf8' })
    const { code, files } = JSON.parse(stdout) as Record<'code' | 'files', unknown>
    expect(code).toBe('DISK_FULL')
    expect(files).not.toContainEqual(expect.stringMatching(/backup$|unfinished$/))
  })

  it('keeps the copies of two laptops apart, also where one library is a copy of the other', async () => {
    const one = roomWithStick()
    const other = roomWithStick()
    nameSecondPlace(other.library, one.stick, program.clock())
    const backups = [one.answerAndBackUp(4), other.answerAndBackUp(2)]
    await one.copy()
    await other.copy()
    const copies = onStick(one.stick).map(name => readFileSync(join(one.stick, name)))
    expect(copies).toHaveLength(2)
    for (const backup of backups) {
      expect(copies.some(copied => copied.equals(readFileSync(backup)))).toBe(true)
    }
    const kept = join(other.library, 'second-place.json')
    const copiedFrom = JSON.parse(readFileSync(kept, 'utf8'))
    writeFileSync(kept, JSON.stringify({ ...copiedFrom, mark: 'another laptop' }))
    other.answerAndBackUp(3)
    await other.copy()
    expect(new Set(onStick(one.stick).map(name => dirname(name))).size).toBe(3)
  })

  it('is thinned out as backups are', async () => {
    const { answerAndBackUp, copy, file, stick } = roomWithStick()
    for (let level = 1; level <= 5; level++) {
      answerAndBackUp(level)
      await copy()
    }
    expect(onStick(stick).map(name => basename(name))).toEqual(
      listBackups(file)
        .map(({ path }) => basename(path))
        .toSorted(),
    )
  })

  it('is rid of whoever withdraws as soon as it is reached, and the letter says so', async () => {
    const { answerAndBackUp, copy, stick, workbook, person } = roomWithStick()
    answerAndBackUp(4, 'SECRET-WORDS')
    await copy()
    renameSync(stick, `${stick} pulled`)
    expect(withdraw(workbook, person)).toMatchObject({ copiesLater: true })
    expect(codeOf(await copy())).toBe('NO_SUCH_FILE')
    renameSync(`${stick} pulled`, stick)
    expect(await copy()).toBeNull()
    const copies = onStick(stick)
    expect(copies).toHaveLength(1)
    for (const name of copies) {
      const text = readFileSync(join(stick, name), 'latin1')
      expect(text).not.toContain('SECRET-WORDS')
      expect(text).not.toContain(person)
    }
    expect(await copy()).toBeUndefined()
  })

  it('recovers a damaged workbook whose own backups are gone', async () => {
    const { answerAndBackUp, copy, file, library, workbook } = roomWithStick()
    answerAndBackUp(4)
    await copy()
    workbook.close()
    rmSync(join(library, 'backups'), { recursive: true })
    writeFileSync(file, Buffer.alloc(30_000))
    expect(await recoverWorkbook(forkReader(), file, program)).toMatchObject({ rescued: 0 })
  })
})

describe('a library that is gone', () => {
  let variable: string | undefined
  beforeEach(() => {
    variable = process.env.WORKBOOK_SECOND_PLACE
  })
  afterEach(() => {
    if (variable === undefined) delete process.env.WORKBOOK_SECOND_PLACE
    else process.env.WORKBOOK_SECOND_PLACE = variable
  })

  it('is brought back from the second place, workbook by workbook, and none twice', async () => {
    const { answerAndBackUp, copy, library, stick, workbook } = roomWithStick()
    answerAndBackUp(4)
    await copy()
    workbook.close()
    rmSync(library, { recursive: true })
    process.env.WORKBOOK_SECOND_PLACE = stick
    const engine = startEngineOver(library)
    const client: EngineClient = createRouterClient(engine.router)
    // A file of that name that nothing opens does not hide what could take its place.
    writeFileSync(workbook.store.file, Buffer.alloc(30_000))
    expect(await client.program.listSecondPlace()).toHaveLength(1)
    rmSync(workbook.store.file)
    const [found, ...others] = await client.program.listSecondPlace()
    expect(others).toEqual([])
    expect(found?.file).toBe('sample.sqlite')
    const { name = '' } = found ?? {}
    expect(await client.program.bringFromSecondPlace({ name })).toMatchObject({
      id: workbook.id,
      ratings: 1,
    })
    expect(await client.program.listSecondPlace()).toEqual([])
    await expect(client.program.bringFromSecondPlace({ name })).rejects.toMatchObject({
      code: 'WORKBOOK_EXISTS',
    })
    expect((await client.program.facts()).isSecondPlaceNamed).toBe(true)
    engine.close()
    await engine.written()
  })

  it('is copied by a running program, which says on the page of workbooks that it cannot', async () => {
    const { library, stick, workbook, person, at } = roomWithStick()
    recordRating(workbook, rating(person, at(0), 4))
    workbook.close()
    const engine = startEngineOver(library)
    const client: EngineClient = createRouterClient(engine.router)
    await client.library.list()
    await engine.written()
    expect(onStick(stick)).toHaveLength(1)
    renameSync(stick, `${stick} pulled`)
    // Backups are named by the second: one of the same second takes the place of the one before, which was copied.
    await new Promise(resolve => setTimeout(resolve, 1_100))
    await client.participant.add({
      workbook: workbook.id,
      workshop: (await client.workshop.list({ workbook: workbook.id }))[0]?.id ?? '',
      group: 'ADCS',
    })
    engine.close()
    await engine.written()
    const again = startEngineOver(library)
    const { secondPlace } = await createRouterClient(again.router).library.list()
    expect(secondPlace?.problem).toMatchObject({ code: 'NO_SUCH_FILE' })
    again.close()
    await again.written()
  })
})
