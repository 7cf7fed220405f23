import { mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import type { MergeReceipt } from '../../shared/model/exchange.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { threeLaptops } from '../helpers/three-laptops.ts'
import { runCli, runJson } from './run-cli.ts'

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
