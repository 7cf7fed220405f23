import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngineClient } from '../../shared/host.ts'
import { type Connection, connectInProcess } from '../contract/transports.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { createTestEngine, type TestEngine } from '../helpers/test-engine.ts'
import { expectSameText } from './hashes.ts'
import { expectRecorded } from './recorded.ts'
import { openStudy, PATIENCE } from './study.ts'

type Picture = Parameters<EngineClient['charts']['draw']>[0]

const CRITERION = 'usefulness' as const
/** Each kind of chart; the one indicator is CTX-01. */
const CHARTS: Readonly<Record<string, Picture['chart']>> = {
  'priority map': { kind: 'priority-map' },
  answers: { kind: 'answers', criterion: CRITERION },
  groups: { kind: 'groups', criterion: CRITERION, figure: 'favourable' },
  medians: { kind: 'groups', criterion: 'usability', figure: 'median' },
  rounds: { kind: 'rounds', criterion: CRITERION, from: 1, to: 2 },
  'answers by group': {
    ...{ kind: 'answers-by-group', criterion: CRITERION },
    indicator: '1d8ed5ca-53ae-8999-91aa-a417c097bc9b',
  },
}

describe('what the windows show of the workbook of the version before', PATIENCE, () => {
  let engine: TestEngine
  let connection: Connection
  let workbook: string

  const client = () => connection.client

  beforeAll(async () => {
    using study = await openStudy()
    engine = createTestEngine()
    mkdirSync(engine.folder.file('library'), { recursive: true })
    copyFileSync(study.folder.file('original.sqlite'), engine.folder.file('library/book.sqlite'))
    connection = await connectInProcess(engine)
    workbook = (await client().library.list()).workbooks[0]?.id ?? ''
    await lookAtAnswers(client(), workbook)
  }, PATIENCE.timeout)
  afterAll(async () => {
    await connection.close()
    engine[Symbol.dispose]()
  })

  it.each(Object.entries(CHARTS))('draws as it drew before: %s', async (name, chart) => {
    const asked = { workbook, chart, round: 1, format: 'svg' as const }
    const { picture } = await client().charts.draw(asked)
    expect(picture).toMatch(/^<svg/)
    expectSameText(`${name}.svg`, picture)
    const dark = await client().charts.draw({ ...asked, theme: 'dark', width: 640 })
    expectSameText(`${name}, dark.svg`, dark.picture)
  })

  it('makes the image that it made before', async () => {
    const chart = CHARTS['answers by group'] ?? { kind: 'priority-map' }
    const asked = { workbook, chart, round: 1, format: 'png' as const }
    expectSameText('answers by group.png', (await client().charts.draw(asked)).picture)
  })

  it('lists comments, suggestions and rules as it listed them', async () => {
    const listed = {
      comments: await client().comment.list({ workbook }),
      suggestions: await client().suggestion.list({ workbook }),
      rules: await client().rule.list({ workbook }),
      links: await client().person.links({ workbook }),
      conflicts: await client().conflict.list({ workbook }),
      versions: await client().version.list({ workbook }),
      discussed: await client().discussion.discussed({ workbook, workshop: null }),
    }
    expectRecorded('windows', `${JSON.stringify(listed, null, 2)}\n`)
  })

  it('compares rounds and says who moved as it did', async () => {
    const compared = await client().results.compare({ workbook, by: 'round', round: 1 })
    const moved = await client().results.moved({ workbook, from: 1, to: 2 })
    expectSameText('rounds compared', JSON.stringify({ compared, moved }))
  })

  it.each(['html', 'json'] as const)(
    'writes the receipt that it wrote before: %s',
    async format => {
      const [summary] = await client().merge.receipts({ workbook })
      const path = engine.folder.file(`receipt.${format}`)
      const to = engine.permits.grant({ path, name: `receipt.${format}` })
      await client().merge.writeReceipt({ workbook, receipt: summary?.id ?? '', format, to })
      expectRecorded(`receipt-${format}`, readFileSync(path, 'utf8'))
    },
  )
})
