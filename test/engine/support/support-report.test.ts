import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { logFilesIn } from '../../../engine/support/log.ts'
import { makeSupportReport } from '../../../engine/support/support-report.ts'
import type { EngineClient } from '../../../shared/host.ts'
import { call, OPERATIONS } from '../../contract/operations.ts'
import { lookAtAnswers } from '../../helpers/look-at-answers.ts'
import { ownFolder, program, rating, sampleRoom } from '../../helpers/sample-workbook.ts'
import { createTestEngine, startEngineOver } from '../../helpers/test-engine.ts'

/** A word that is in everything that people wrote, named and chose. */
const SECRET = 'Zaphod'

/** An engine over a library in a folder of that name, with a study in which everything has it. */
async function startSecretStudy() {
  const library = join(ownFolder(), `${SECRET} home`, 'library')
  const engine = startEngineOver(library)
  const client: EngineClient = createRouterClient(engine.router)
  const { id: workbook } = await client.library.createExample({
    title: `${SECRET}’s study`,
    scale: 5,
    madeUp: false,
  })
  const details = { title: `${SECRET} room`, date: '2026-03-09', venue: SECRET, groups: [SECRET] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const { id } = await client.participant.add({ workbook, workshop, group: SECRET })
  const [indicator] = (await client.framework.get({ workbook })).indicators
  const said = rating(id, indicator?.id ?? '', 4, { comment: `Said by ${SECRET}` })
  await lookAtAnswers(client, workbook)
  await client.rating.record({ workbook, ...said })
  await client.diary.addNote({ workbook, text: `${SECRET} came late` })
  return { engine, client, library, workbook, workshop, person: id, said: said.id }
}

/** Inputs of which each has the word in every field that the operation may read. */
function inputsOf({
  workbook,
  workshop,
  person,
}: Record<'workbook' | 'workshop' | 'person', string>) {
  const words = Object.fromEntries(
    [
      'title',
      'code',
      'group',
      'text',
      'name',
      'file',
      'to',
      'from',
      'path',
      'comment',
      'pin',
      'words',
      'rule',
      'by',
      'reason',
      'venue',
      'note',
    ].map(field => [field, SECRET]),
  )
  return [
    { workbook: SECRET, ...words },
    { workbook, workshop, participant: person, ...words },
  ]
}

it('is of figures alone, whatever people wrote, and so is the log behind it', async () => {
  const study = await startSecretStudy()
  const { engine, client, library, workbook } = study
  for (const path of OPERATIONS) {
    for (const input of inputsOf(study)) {
      const { data } = await call(client, path, input)
      if (Symbol.asyncIterator in Object(data)) {
        await (data as AsyncGenerator<unknown>).return(undefined)
      }
    }
  }
  const nowhere = { path: join(library, `no ${SECRET}`, 'report.html'), name: `${SECRET}.html` }
  const to = engine.permits.grant(nowhere)
  await call(client, ['exports', 'write'], { workbook, format: 'html', to, round: 1 })
  writeFileSync(join(library, `${SECRET}.sqlite`), `${SECRET} is no workbook`)
  engine.log.fault(new Error(`${SECRET} said so in ${library}/comment.ts:1:2`))
  const { text } = await client.program.supportReport()
  engine.close()

  const logged = logFilesIn(library)
    .slice(0, 1)
    .map(file => readFileSync(file, 'utf8'))
    .join('')
  expect(logged).toContain('BAD_REQUEST')
  for (const told of [logged, text]) {
    for (const word of [
      SECRET,
      study.workbook,
      study.workshop,
      study.person,
      study.said,
      library,
    ]) {
      expect(told).not.toContain(word)
    }
    expect(told).not.toMatch(/[\\/](?:tmp|home)\b|came late|Said by/)
  }
  expect(text).toContain('"operation":"exports.write"')
  expect(text).toMatch(/Workbook \d: NOT_A_WORKBOOK/)
  expect(text).toMatch(/Workbook \d: whole/)
  expect(text).toMatch(/^ {2}rating: 1$/m)
})

it('names a workbook that is not as it was written by its code, and changes no byte', async () => {
  const { file } = sampleRoom().workbook.store
  const torn = join(dirname(file), 'torn.sqlite')
  writeFileSync(torn, readFileSync(file).subarray(0, 8_192))
  const before = [file, torn].map(path => readFileSync(path))
  const text = await makeSupportReport(dirname(file), program)
  expect(text).toMatch(/Workbook 1: whole/)
  expect(text).toMatch(/Workbook 2: DAMAGED_WORKBOOK, 8,192 bytes/)
  expect([file, torn].map(path => readFileSync(path))).toEqual(before)
})

it('says of a library that is not there that nothing is', async () => {
  const text = await makeSupportReport(join(ownFolder(), 'nowhere'), program)
  expect(text).toContain('None.')
  expect(text).toContain('Nothing was logged.')
})

it('is saved word for word as it was shown', async () => {
  using engine = createTestEngine()
  const client: EngineClient = createRouterClient(engine.router)
  const { text } = await client.program.supportReport()
  // What is logged meanwhile is in the next one.
  await client.program.facts()
  const path = engine.folder.file('report.txt')
  const to = engine.permits.grant({ path, name: 'report.txt' })
  const { bytes } = await client.program.saveSupportReport({ text, to })
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(bytes).toBe(Buffer.byteLength(text))
})
