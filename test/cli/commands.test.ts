import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { getAllKnownParticipants } from '../../engine/store/records/people.ts'
import { beginTurn, keepDraft } from '../../engine/turns/turns.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import type { VersionComparison } from '../../shared/model/framework.ts'
import type { MergeReceipt } from '../../shared/model/packages.ts'
import { program } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { threeLaptops } from '../helpers/three-laptops.ts'
import { CLI, DRAFT_FRAMEWORK, runCli, runJson } from './run-cli.ts'

interface CountedPeople {
  readonly participants: number
  readonly workshopList: readonly { readonly participants: number }[]
}

interface Loaded extends VersionComparison {
  readonly version: { readonly hash: string; readonly isNew: boolean } | null
}

describe('workbook load', () => {
  it('loads a changed framework once everything is decided, and nothing before', async () => {
    using folder = tempFolder()
    const { path } = folder
    await runCli(['create', 'spring.sqlite', '--framework', DRAFT_FRAMEWORK], path)
    const draft = readFileSync(DRAFT_FRAMEWORK, 'utf8')
    const second = draft
      .replace('Rate of referrals to', 'Yearly rate of referrals to')
      .replace(/^CTX-11,/m, 'CTX-99,')
    writeFileSync(folder.file('second.csv'), second)
    const dry = await runJson<Loaded>(['load', 'spring.sqlite', 'second.csv', '--dry-run'], path)
    expect(dry).toMatchObject({
      version: null,
      questions: [{ code: 'CTX-99', candidates: [{ code: 'CTX-11', likeness: 1 }] }],
      difference: { counts: { reworded: 1, recoded: 1, unchanged: 104 } },
    })
    const undecided = await runCli(['load', 'spring.sqlite', 'second.csv'], path)
    expect(undecided.code).toBe(2)
    expect(undecided.stdout).toContain('suggested: --same CTX-99=CTX-11')
    expect(undecided.stderr).toMatch(/one indicator that may be known already/)
    const decided = ['load', 'spring.sqlite', 'second.csv', '--same', 'CTX-99=CTX-11']
    expect((await runJson<Loaded>(decided, path)).version?.isNew).toBe(true)
    const again = await runCli(['load', 'spring.sqlite', 'second.csv'], path)
    expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(/Nothing was stored/) })
  })

  it('says which code is not known, and how codes are given', async () => {
    using folder = tempFolder()
    const { path } = folder
    await runCli(['create', 'spring.sqlite', '--framework', DRAFT_FRAMEWORK], path)
    const load = ['load', 'spring.sqlite', DRAFT_FRAMEWORK]
    expect(await runCli([...load, '--same', 'CTX-01=ZZZ'], path)).toMatchObject({
      code: 2,
      stderr: 'There is no indicator ZZZ in this framework. Check its code.\n',
    })
    expect(await runCli([...load, '--split', 'CTX-01'], path)).toMatchObject({
      code: 2,
      stderr: 'Give two codes, as in --split C1.4=C1.3.\n',
    })
  })
})

it('marks a participant as a test, whom info does not count, and takes the mark back', async () => {
  using folder = tempFolder()
  const { path } = folder
  await runCli(['example', 'spring.sqlite', '--workshops', '1', '--participants', '3'], path)
  const workbook = openWorkbook(folder.file('spring.sqlite'), program)
  const code = getAllKnownParticipants(workbook.store)[0]?.code ?? ''
  workbook.close()
  const counts = async () => {
    const info = await runJson<CountedPeople>(['info', 'spring.sqlite'], path)
    return [info.participants, ...info.workshopList.map(({ participants }) => participants)]
  }
  const marked = await runCli(['mark-test', 'spring.sqlite', code.toLowerCase()], path)
  expect(marked).toMatchObject({
    code: 0,
    stdout: `${code} is a test: kept, and left out of every figure.\n`,
  })
  expect(await counts()).toEqual([2, 2])
  const back = ['mark-test', 'spring.sqlite', code, '--take-back']
  expect(await runJson(back, path)).toMatchObject({ code, isTest: false })
  expect(await counts()).toEqual([3, 3])
})

it('says with an export and a package that somebody is still rating, whose answers are not in it', async () => {
  using folder = tempFolder()
  const { path } = folder
  await runCli(['example', 'spring.sqlite', '--workshops', '1', '--participants', '2'], path)
  const workbook = openWorkbook(folder.file('spring.sqlite'), program)
  const [{ id: participant = '' } = {}] = getAllKnownParticipants(workbook.store)
  const begun = beginTurn(workbook, { participant, round: 1 })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const indicator = begun.framework.indicators[0]?.id ?? ''
  const draft = {
    ...({ part: 'answer', indicator, criterion: 'usefulness', wording: 'title' } as const),
    answer: { kind: 'dont_know' } as const,
  }
  keepDraft(workbook, { turn: begun.turn, participant, draft })
  workbook.close()
  for (const out of ['out.csv', 'out.workbook']) {
    const { stderr } = await runCli(['export', 'spring.sqlite', out], path)
    expect(stderr).toContain('1 person is rating just now. 1 answer of theirs will be recorded')
  }
  const setUp = await runCli(['export', 'spring.sqlite', 'set-up.workbook', '--setup'], path)
  expect(setUp.stderr).not.toContain('rating just now')
})

it('takes of a folder what the windows take: folders within it, and any writing of the ending', async () => {
  using folder = tempFolder()
  const { setUp, folder: brought, packages } = await threeLaptops(folder.path)
  const [first = '', second = ''] = packages
  mkdirSync(join(brought, 'from the north'))
  renameSync(first, join(brought, 'from the north', basename(first)))
  renameSync(second, join(brought, 'SECOND.WORKBOOK'))
  await runCli(['create', 'study.sqlite', '--from', setUp], folder.path)
  const receipt = await runJson<MergeReceipt>(['merge', 'study.sqlite', brought], folder.path)
  expect(receipt.packages.map(({ file, accepted }) => [file, accepted])).toEqual([
    [basename(first), true],
    [basename(packages[2] ?? ''), true],
    ['SECOND.WORKBOOK', true],
  ])
})

it('keeps no path of this laptop in a receipt', async () => {
  using folder = tempFolder()
  const { setUp, packages } = await threeLaptops(folder.path)
  const { path } = folder
  await runCli(['create', 'study.sqlite', '--from', setUp], path)
  const merged = await runCli(['merge', 'study.sqlite', ...packages, '--json'], path)
  expect(merged).toMatchObject({ code: 0, stdout: expect.not.stringContaining(path) })
  const made = await runCli(['merge', 'new.sqlite', ...packages, '--json'], path)
  expect(made).toMatchObject({ code: 0, stdout: expect.not.stringContaining(path) })
})

// Ctrl+C, the end of a session, and a console that is closed.
it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'serves a library of its own until it is told to end by %s, and then ends cleanly',
  async signal => {
    using folder = tempFolder()
    const args = ['serve', '--library', folder.file('library'), '--no-open']
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    try {
      const [line = ''] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
      const [, address = ''] = /(http:\/\/127\.0\.0\.1:\d+\/)#token=\S+$/.exec(line) ?? []
      const answer = await fetch(address)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      child.kill(signal)
      expect(await ended).toEqual([0, null])
      await expect(fetch(address)).rejects.toThrow()
    } finally {
      child.kill('SIGKILL')
    }
  },
)
