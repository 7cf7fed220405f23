import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import type { ConsensusRule } from '../../shared/model/rules.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { DRAFT_FRAMEWORK, runCli, runJson } from './run-cli.ts'

const folder = tempFolder()
const run = (...args: readonly string[]) => runCli(args, folder.path)
const json = <T>(...args: readonly string[]) => runJson<T>(args, folder.path)

const test = { kind: 'shares', high: 3, low: 3, atLeastPercent: 70, underPercent: 15, each: 'both' }
const OURS = {
  ...{ name: 'ours', title: 'Our protocol', source: 'The protocol', atLeastAnswers: 5 },
  scales: [{ levels: 9, test: { ...test, outAtMostPercent: 50 } }],
}

describe('the command rule', () => {
  beforeAll(async () => {
    const how = ['--framework', DRAFT_FRAMEWORK, '--scale', '9']
    await runJson(['create', 'book.sqlite', ...how], folder.path)
    writeFileSync(folder.file('ours.json'), JSON.stringify(OURS))
  })
  afterAll(() => folder[Symbol.dispose]())

  it('adds a rule from a file, says it in words, and judges by it', async () => {
    const said = (await run('rule', 'add', 'book.sqlite', 'ours.json')).stdout
    expect(said).toContain('Our protocol (ours, version 1)')
    expect(said).toContain('Out: no more than 50 % of the answers at levels 7 to 9.')
    const { ruleUsed } = await json<{ readonly ruleUsed: ConsensusRule }>(
      ...['results', 'book.sqlite', '--rule', 'ours'],
    )
    expect(ruleUsed).toEqual({ ...OURS, version: 1 })
  })

  it('takes the rule that the documentation shows, and says all of it in words', async () => {
    const page = readFileSync(projectPath('docs/command-line.md'), 'utf8')
    const shown = /^## rule$.*?^```json file\n(.*?)^```/ms.exec(page)?.[1] ?? ''
    writeFileSync(folder.file('shown.json'), shown.replace('"ours"', '"shown"'))
    const said = (await run('rule', 'add', 'book.sqlite', 'shown.json')).stdout
    expect(said.split('\n')[1]).toBe(
      'In: at least 70 % of the answers at levels 7 to 9 and under 15 % at levels 1 to 3. ' +
        'Out: no more than 50 % of the answers at levels 7 to 9. Otherwise: no consensus. ' +
        '“I don’t know” counts among the answers. ' +
        'Everyone together and each stakeholder group that answered have to meet this. ' +
        'A group of fewer than 5 answers does not decide; it is named. ' +
        'Stable since the round before: at least 85 % of those who chose a level in both moved 1 level or less.',
    )
  })

  it('adds the next version of a rule that is there, from what show prints', async () => {
    const shown = await json<ConsensusRule>('rule', 'show', 'book.sqlite', 'ours')
    writeFileSync(folder.file('next.json'), JSON.stringify({ ...shown, atLeastAnswers: 7 }))
    const next = await json<ConsensusRule>('rule', 'add', 'book.sqlite', 'next.json')
    expect(next).toEqual({ ...shown, atLeastAnswers: 7, version: shown.version + 1 })
    const { rules } = await json<{ readonly rules: readonly ConsensusRule[] }>(
      ...['rule', 'list', 'book.sqlite'],
    )
    expect(rules.map(({ name }) => name)).toEqual([
      ...['percent-75', 'comet-70-15', 'comet-70-15-per-group', 'ram', 'iqr', 'ours', 'shown'],
    ])
  })

  it('refuses what is no rule, and names the place', async () => {
    const outside = { ...OURS, scales: [{ levels: 9, test: { ...test, atLeastPercent: 170 } }] }
    writeFileSync(folder.file('wrong.json'), JSON.stringify(outside))
    for (const [file, words] of [
      ['wrong.json', 'scales.0.test'],
      ['book.sqlite', 'it cannot be read as JSON'],
    ] as const) {
      const { code, stderr } = await run('rule', 'add', 'book.sqlite', file)
      expect(code).toBe(2)
      expect(stderr).toContain(`${file} is no rule`)
      expect(stderr).toContain(words)
    }
    expect((await run('rule', 'show', 'book.sqlite', 'mine')).stderr).toContain(
      'There is no rule mine',
    )
  })
})
