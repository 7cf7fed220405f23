import { afterEach, beforeEach, expect, test } from 'vitest'
import { LineLost } from '../../../../renderer/data/host/page-host.ts'
import { createTestEngine, type TestEngine } from '../../../helpers/test-engine.ts'
import { type SeverableLine, severableLine } from '../../rating/session/severable-line.ts'

let engine: TestEngine
let line: SeverableLine

beforeEach(() => {
  engine = createTestEngine()
  line = severableLine(engine)
})
afterEach(() => {
  line.close()
  engine[Symbol.dispose]()
})

test('says how the line stands', () => {
  expect(line.line.getState().state).toBe('connected')
  line.cut()
  expect(line.line.getState().state).toBe('lost')
  line.mend()
  expect(line.line.getState().state).toBe('connected')
})

test('holds a call back while the line is down, and carries it out on the next one', async () => {
  line.cut()
  const made = line.client.library.createExample({ title: 'Later', scale: 5, madeUp: false })
  line.mend()
  expect((await made).title).toBe('Later')
})

test('fails a call whose line went away under it, in a way of its own', async () => {
  line.loseAnswers()
  const answer = line.client.library.list()
  line.cut()
  await expect(answer).rejects.toBeInstanceOf(LineLost)
})

test('passes a refusal of the engine on as it is', async () => {
  const workbook = '00000000-0000-7000-8000-000000000000'
  await expect(line.client.workbook.info({ workbook })).rejects.toMatchObject({
    code: 'UNKNOWN_WORKBOOK',
  })
})
