import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import type { ResultsWithAgreement } from '../../shared/model/results.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { runCli, runJson } from '../cli/run-cli.ts'
import { unzip } from '../helpers/programs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const fixture = (name: string): string => projectPath(`test/fixtures/two-versions/${name}.csv`)

/** Two workshops rate in round 1; an indicator is reworded, one dropped, one added; one rates in round 2. */
async function studyOfTwoVersions(path: string) {
  const cli = async (...args: readonly string[]) => {
    const done = await runCli(args, path)
    expect(done.stderr.replaceAll(/Building.*\n/g, '') + String(done.code)).toMatch(/0$/)
  }
  const workshop = async (title: string, groups: string) => {
    const made = ['workshop', 'study.sqlite', '--title', title, '--groups', groups]
    return (await runJson<{ readonly id: string }>(made, path)).id
  }
  const rate = (id: string, name: string) =>
    cli('rate', 'study.sqlite', fixture(name), '--workshop', id)
  const results = (round: number) =>
    runJson<ResultsWithAgreement>(['results', 'study.sqlite', '--round', String(round)], path)
  await cli('create', 'study.sqlite', '--framework', fixture('framework-1'), '--scale', '5')
  const one = await workshop('One', 'Solo;Pair;Trio;Quartet;Sixers;Big, "group" one')
  const two = await workshop('Two', 'Trio;Sixers')
  await rate(one, 'round-1')
  await rate(two, 'round-1-late')
  const before = await results(1)
  await cli('load', 'study.sqlite', fixture('framework-2'), '--confirm')
  await rate(one, 'round-2')
  return { before, after: await results(1), second: await results(2) }
}

/** Results without the one thing that a later version says of an indicator: that it is not in use any more. */
const figuresOf = ({ indicators, ...results }: ResultsWithAgreement) => ({
  ...results,
  indicators: indicators.map(({ retired: _, ...indicator }) => indicator),
})

function answersOf({ indicators }: ResultsWithAgreement) {
  const summaries = indicators.flatMap(({ criteria }) => CRITERIA.map(each => criteria[each]))
  const sum = (of: 'asked' | 'missing') => summaries.reduce((all, one) => all + one[of], 0)
  return { asked: sum('asked'), missing: sum('missing') }
}

it('gives every figure of round 1 as before a later framework version was loaded and rated', async () => {
  using folder = tempFolder()
  const { before, after, second } = await studyOfTwoVersions(folder.path)
  expect(figuresOf(after)).toEqual(figuresOf(before))
  expect(answersOf(after)).toEqual({ asked: 1560, missing: 275 })
  // As R has it, on all answers of the round.
  expect(after.agreement.usefulness.alphaOrdinal).toBeCloseTo(0.311_12, 4)
  expect(after.indicators.map(({ code }) => code)).not.toContain('NEW1')
  expect(after.indicators.find(({ code }) => code === 'A-1')?.title).toBe('Plain title')
  // Only workshop One had a round 2; the indicator that was dropped was not asked in it.
  expect(second.participants).toBe(33)
  expect(answersOf(second)).toEqual({ asked: 1320, missing: 329 })
  expect(second.indicators.find(({ code }) => code === 'A-1')?.title).toContain('now reworded')
})

it('says in the methods how many answers were missing of those that the round asked for', async () => {
  using folder = tempFolder()
  await studyOfTwoVersions(folder.path)
  const methodsOf = async (round: string): Promise<string> => {
    const to = ['export', 'study.sqlite', `round-${round}.zip`, '--round', round]
    const done = await runCli(to, folder.path)
    expect(done.code).toBe(0)
    const files = await unzip(readFileSync(folder.file(`round-${round}.zip`)))
    return files.get('methods.md')?.toString('utf8') ?? ''
  }
  expect(await methodsOf('1')).toMatch(
    /1,560 answers could have been given.* 275 \(18%\) were missing/s,
  )
  expect(await methodsOf('2')).toMatch(
    /1,320 answers could have been given.* 329 \(25%\) were missing/s,
  )
})
