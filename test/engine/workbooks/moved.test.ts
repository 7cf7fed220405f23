import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openWorkbook } from '../../../engine/workbooks/open.ts'
import { workbookInfo } from '../../../engine/workbooks/workbook.ts'
import { ownFolder, program } from '../../helpers/sample-workbook.ts'
import { startEngineOver } from '../../helpers/test-engine.ts'

/** Somebody who rates at a laptop, whose workbook may lose its file at any time. */
async function rater() {
  const folder = join(ownFolder(), 'library')
  const engine = startEngineOver(folder)
  onTestFinished(engine.close)
  const client = createRouterClient(engine.router)
  const made = { title: 'Spring', scale: 5, madeUp: false } as const
  const { id: workbook } = await client.library.createExample(made)
  const workshop = await client.workshop.add({
    workbook,
    title: 'W',
    date: '2026-03-09',
    venue: '',
    groups: ['ADCS'],
  })
  const person = await client.participant.add({ workbook, workshop: workshop.id, group: 'ADCS' })
  const { indicators, hash } = await client.framework.get({ workbook })
  const begun = await client.turn.begin({ workbook, participant: person.id, round: 1 })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const save = (at: number) =>
    client.turn.save({
      workbook,
      participant: person.id,
      turn: begun.turn,
      draft: {
        part: 'answer',
        indicator: indicators[at]?.id ?? '',
        criterion: 'usefulness',
        answer: { kind: 'level', level: (at % 5) + 1 },
        wording: 'title',
        framework: hash,
      },
    })
  return { client, folder, file: join(folder, 'spring.sqlite'), workbook, save }
}

const MOVED = { code: 'WORKBOOK_MOVED' }

describe('a workbook whose file goes away while it is open', () => {
  it.runIf(process.platform !== 'win32')(
    'says no more that anything was saved, and keeps every answer',
    async () => {
      const { client, folder, file, workbook, save } = await rater()
      for (const at of [0, 1, 2]) await save(at)
      rmSync(file)
      await expect(save(3)).rejects.toMatchObject(MOVED)
      await expect(save(4)).rejects.toThrow(/kept in .*spring.*rescued\.workbook/)
      const { rescued } = await client.library.list()
      expect(rescued).toMatchObject([{ workbook, title: 'Spring' }])
      expect(existsSync(join(folder, rescued[0]?.file ?? ''))).toBe(true)
      const back = await client.library.bringBack({ workbook })
      // The fourth was not acknowledged, and yet it is there.
      expect(back).toMatchObject({ id: workbook, ratings: 4 })
      expect((await client.library.list()).rescued).toEqual([])
    },
  )

  it.runIf(process.platform !== 'win32')(
    'rescues what an older file in its place lacks, and brings both together',
    async () => {
      const { client, folder, file, workbook, save } = await rater()
      await save(0)
      await pause(1_100)
      copyFileSync(file, `${file}.older`)
      for (const at of [1, 2, 3]) await save(at)
      renameSync(`${file}.older`, file)
      await expect(save(4)).rejects.toMatchObject(MOVED)
      expect(await client.library.bringBack({ workbook })).toMatchObject({ ratings: 5 })
      const opened = openWorkbook(join(folder, 'spring.sqlite'), program)
      expect(workbookInfo(opened).ratings).toBe(5)
      opened.close()
    },
  )

  it.runIf(process.platform !== 'win32')(
    'is rescued into the person’s own folder where that of the library is gone',
    async () => {
      const { client, folder, workbook, save } = await rater()
      const home = process.env.HOME
      process.env.HOME = dirname(folder)
      onTestFinished(() => {
        process.env.HOME = home
      })
      await save(0)
      rmSync(folder, { recursive: true })
      await expect(save(1)).rejects.toMatchObject(MOVED)
      expect(await client.library.bringBack({ workbook })).toMatchObject({ ratings: 2 })
    },
  )

  it('has its log in the file itself about a second after the last answer', async () => {
    const { file, save } = await rater()
    for (const at of [0, 1, 2]) await save(at)
    await pause(1_200)
    const alone = join(ownFolder(), 'alone.sqlite')
    copyFileSync(file, alone)
    const copy = openWorkbook(alone, program)
    expect(copy.store.prepare('SELECT count(*) AS n FROM draft').get({})).toEqual({ n: 3 })
    copy.close()
  })
})
