/**
 * A child process that rates without end through the contract and says the id of each rating after
 * it was acknowledged. It never stops by itself: the test kills it.
 */
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { createEngine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'

const STANDARD_OUTPUT = 1
const [, , libraryFolder = '', workbook = '', participant = ''] = process.argv

const { router } = createEngine({
  libraryFolder,
  appVersion: '0.0.0-test',
  permits: createFilePermits(),
  startReader: forkReader(),
})
const client = createRouterClient(router)
const { indicators } = await client.framework.get({ workbook })

for (let count = 0; ; count++) {
  const indicator = indicators[count % indicators.length]?.id ?? ''
  const answer = { kind: 'level' as const, level: (count % 5) + 1 }
  const criterion = count % 2 === 0 ? ('usefulness' as const) : ('usability' as const)
  const comment = `comment ${count}`
  const rating = { id: uuidv7(), participant, indicator, criterion, round: 1, answer, comment }
  const recorded = await client.rating.record({ ...rating, workbook, wording: 'title' })
  // Written at once, not buffered: what the test reads was acknowledged before the kill.
  writeSync(STANDARD_OUTPUT, `${JSON.stringify({ id: recorded.id, comment })}\n`)
}
