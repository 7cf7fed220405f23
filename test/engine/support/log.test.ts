import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import { WorkbookError } from '../../../engine/errors.ts'
import {
  LARGEST_LOG,
  LOG_FILES,
  latestLines,
  logFilesIn,
  openLog,
} from '../../../engine/support/log.ts'
import { ownFolder, program } from '../../helpers/sample-workbook.ts'

const open = (library: string) => openLog(library, program)
const whatIn = (library: string) => latestLines(library, 1_000).map(({ at: _, ...line }) => line)
const SAVE = ['turn', 'save']

it('tells what was refused, what was slow and how often each operation was done', () => {
  const library = ownFolder()
  const log = open(library)
  log.ended(SAVE, 2)
  log.ended(SAVE, 3)
  log.ended(SAVE, 1_234.5)
  log.ended(SAVE, 9, new WorkbookError('DISK_FULL', { file: '/home/ada/secret.sqlite' }))
  log.ended(['library', 'create'], 4, new ORPCError('BAD_REQUEST', { message: 'secret' }))
  log.close()
  expect(whatIn(library)).toEqual([
    { what: 'start', version: '0.0.0-test' },
    { what: 'slow', operation: 'turn.save', ms: 1_235 },
    { what: 'refused', operation: 'turn.save', code: 'DISK_FULL', ms: 9 },
    { what: 'refused', operation: 'library.create', code: 'BAD_REQUEST', ms: 4 },
    {
      what: 'done',
      counts: { 'turn.save': 3, 'turn.save DISK_FULL': 1, 'library.create BAD_REQUEST': 1 },
    },
    { what: 'end' },
  ])
})

it('describes a fault by its kind and its places, without its words', () => {
  const library = ownFolder()
  const log = open(library)
  log.ended(SAVE, 1, new TypeError('Ada said at /home/ada/secret.ts:1:2 that'))
  log.fault('secret')
  const [, first, second] = latestLines(library, 10)
  expect(first).toMatchObject({ what: 'fault', operation: 'turn.save' })
  expect(JSON.stringify(first)).toContain('TypeError')
  expect(JSON.stringify(first)).toContain('log.test.ts')
  expect(JSON.stringify([first, second])).not.toMatch(/ada|secret/i)
})

it('gives the same refusal no more than ten lines until the next summary', () => {
  const library = ownFolder()
  const log = open(library)
  for (let times = 0; times < 50; times++) log.ended(SAVE, 1, new WorkbookError('LOCKED', {}))
  log.summarise()
  log.ended(SAVE, 1, new WorkbookError('LOCKED', {}))
  const lines = whatIn(library)
  expect(lines.filter(({ what }) => what === 'refused')).toHaveLength(11)
  expect(lines).toContainEqual({ what: 'done', counts: { 'turn.save LOCKED': 50 } })
})

it('keeps five files of 200 kB, for its owner alone, and lets the oldest lines go', () => {
  const library = ownFolder()
  const files = logFilesIn(library)
  mkdirSync(dirname(files[0] ?? ''))
  for (const [index, file] of files.entries()) {
    const line = JSON.stringify({
      at: new Date(1_000 * (LOG_FILES - index)).toISOString(),
      what: 'end',
    })
    writeFileSync(file, `${line}\n`.padEnd(LARGEST_LOG, ' '))
  }
  const log = open(library)
  log.close()
  expect(files.every(file => statSync(file).size <= LARGEST_LOG)).toBe(true)
  expect(existsSync(join(dirname(files[0] ?? ''), `log-${LOG_FILES + 1}.jsonl`))).toBe(false)
  const moments = latestLines(library, 100).map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted())
  expect(moments[0]).toBe('1970-01-01T00:00:02.000Z')
  expect(moments).toHaveLength(LOG_FILES - 1 + 2)
  expect(statSync(files[0] ?? '').mode & 0o777).toBe(0o600)
  expect(statSync(dirname(files[0] ?? '')).mode & 0o777).toBe(0o700)
})

it('goes on after a kill, also where that cut a line short', async () => {
  const library = ownFolder()
  const script = join(import.meta.dirname, 'log-until-killed.ts')
  const child = spawn(process.execPath, [script, library], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const [file = ''] = logFilesIn(library)
  appendFileSync(file, '{"at":"2026-03-09T09:0')
  open(library).close()
  expect(whatIn(library)).toEqual([
    { what: 'start', version: '1.2.3' },
    { what: 'slow', operation: 'turn.save', ms: 1_500 },
    { what: 'start', version: '0.0.0-test' },
    { what: 'end' },
  ])
})

it('disturbs nobody where the disk is full or takes no folder', () => {
  const library = ownFolder()
  writeFileSync(join(library, 'log'), 'in its place')
  open(library).close()
  expect(readFileSync(join(library, 'log'), 'utf8')).toBe('in its place')
  expect(latestLines(library, 10)).toEqual([])

  const full = ownFolder()
  const [file = ''] = logFilesIn(full)
  mkdirSync(dirname(file))
  symlinkSync('/dev/full', file)
  const log = open(full)
  log.fault(new Error('secret'))
  log.close()
  expect(statSync(file).isCharacterDevice()).toBe(true)
})

it('leaves out of what it tells whatever is not of its form', () => {
  const library = ownFolder()
  open(library).close()
  const [file = ''] = logFilesIn(library)
  const at = '2026-03-09T09:00:00.000Z'
  for (const line of [
    { at, what: 'end', note: 'Ada' },
    { at, what: 'refused', operation: 'turn.save', code: 'Ada said', ms: 1 },
    { at, what: 'done', counts: { 'Ada said so': 1 } },
    { at, what: 'fault', fault: ['read /home/ada/spring.sqlite'] },
  ]) {
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  }
  expect(whatIn(library)).toEqual([{ what: 'start', version: '0.0.0-test' }, { what: 'end' }])
})
