import { writeFileSync } from 'node:fs'
import { safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tempFolder } from '../helpers/temp-folder.ts'
import { createTestEngine, type TestEngine } from '../helpers/test-engine.ts'
import { type Connection, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('frameworks $name', ({ connect }) => {
  const folder = tempFolder()
  let engine: TestEngine
  let connection: Connection

  const grant = (name: string): string => engine.permits.grant({ path: folder.file(name), name })

  beforeAll(async () => {
    engine = createTestEngine()
    connection = await connect(engine)
  })
  afterAll(async () => {
    await connection.close()
    engine[Symbol.dispose]()
    folder[Symbol.dispose]()
  })

  it('write a template where they may, and read it back as a framework without fault', async () => {
    const { framework } = connection.client
    const to = grant('template.xlsx')
    const written = await framework.template({ to })
    expect(written.name).toBe('template.xlsx')
    expect(written.bytes).toBeGreaterThan(5_000)
    const outcome = await framework.check({ file: grant('template.xlsx') })
    expect(outcome).toMatchObject({ sheet: 'Framework', clean: 1, issues: [] })
  })

  it('write no template where nobody allowed it, or where no file can be', async () => {
    const { framework } = connection.client
    const unknown = await safe(framework.template({ to: 'x'.repeat(32) }))
    expect(unknown).toMatchObject({ isDefined: true, error: { code: 'FILE_PERMIT_EXPIRED' } })
    const nowhere = await safe(framework.template({ to: grant('nowhere/template.xlsx') }))
    expect(nowhere).toMatchObject({ isDefined: true, error: { code: 'CANNOT_WRITE_FILE' } })
  })

  it('are loaded as a person settled them, notes and all, and shown with their notes', async () => {
    writeFileSync(
      folder.file('draft.csv'),
      'code,section,indicator,data type,Owner\nA1,Safety,Children feel safe,odd,Sam\n',
    )
    const { framework, library } = connection.client
    const settled = {
      columns: { notes: ['E'] },
      texts: [{ cell: 'D2', text: '' }],
      notes: [{ cell: 'D2', text: 'data type: odd' }],
    }
    const file = grant('draft.csv')
    expect(await framework.check({ file, ...settled })).toMatchObject({ clean: 1, issues: [] })
    const { id } = await library.create({ file, title: 'Draft', scale: 5, ...settled })
    const { indicators } = await framework.get({ workbook: id })
    expect(indicators).toMatchObject([{ dataType: null, notes: 'Owner: Sam\ndata type: odd' }])
  })
})
