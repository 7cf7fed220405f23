import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { VersionComparison } from '../../shared/model/versions.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { DRAFT_FRAMEWORK, runCli, runJson } from './run-cli.ts'

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
