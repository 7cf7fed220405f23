/**
 * A child process that opens a library whose second place does not answer, and says what people are told of it and can do, also
 * of files that they send there.
 */
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { endProcess } from '../../../engine/disk/end-process.ts'
import { createEngine } from '../../../engine/engine.ts'
import { createFilePermits } from '../../../engine/files/permits.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import type { EngineClient } from '../../../shared/host.ts'

const [, , libraryFolder = ''] = process.argv
const permits = createFilePermits()
const engine = createEngine({
  libraryFolder,
  appVersion: '0.0.0-test',
  permits,
  startReader: forkReader(),
})
const client: EngineClient = createRouterClient(engine.router)
const { unreadable } = await client.library.list()
const copies = await client.program.listSecondPlace()
const { secondPlace } = await client.program.facts()
const recovery = await client.library.recover({ file: 'sample.sqlite' })
const { workbooks } = await client.library.list()
const workbook = workbooks[0]?.id ?? ''

const order: string[] = []
const sendTo = async (folder: string): Promise<void> => {
  const path = join(secondPlace?.folder ?? '', folder, 'report.txt')
  const to = permits.grant({ path, name: 'report.txt' })
  await client.program
    .saveSupportReport({ text: 'A report.', to })
    .catch(error => order.push(`export: ${error}`))
}
const sent = sendTo('exports')
await client.library.list()
order.push('workbooks listed')
await sent
// It is asked no second time.
await sendTo('exports')
const [workshop] = await client.workshop.list({ workbook })
const of = { workbook, workshop: workshop?.id ?? '' }
const [person] = (await client.participant.list(of)).map(({ id, name }) => ({ id, name }))
const leaving = { workbook, participant: person?.id ?? '', typed: person?.name ?? '' }
const { copiesLater } = await client.person.withdraw(leaving)
const told = await client.program.copyToSecondPlace()
engine.close()
await engine.written()
const problem = told?.problem
console.log(
  JSON.stringify({
    copies,
    secondPlace,
    recovery,
    workbooks,
    unreadable,
    order,
    copiesLater,
    problem,
  }),
)
endProcess(0)
