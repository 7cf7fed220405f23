import { readFileSync, writeFileSync } from 'node:fs'
import { safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkbookEvent } from '../../shared/contract/events.ts'
import { DRAFT_FRAMEWORK } from '../cli/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('frameworks $name', ({ connect }) => {
  const folder = tempFolder()
  const connection = connectionInTests(connect)

  const grant = (name: string): string =>
    connection.engine.permits.grant({ path: folder.file(name), name })

  afterAll(() => {
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
    await framework.saveMapping({ file, to: grant('mapping.json'), ...settled })
    expect(JSON.parse(readFileSync(folder.file('mapping.json'), 'utf8'))).toEqual({
      ...settled,
      sheet: 'draft',
      headerRow: 1,
      columns: { code: ['A'], section: ['B'], title: ['C'], dataType: ['D'], notes: ['E'] },
    })
    const { id } = await library.create({ file, title: 'Draft', scale: 5, ...settled })
    const { indicators } = await framework.get({ workbook: id })
    expect(indicators).toMatchObject([{ dataType: null, notes: 'Owner: Sam\ndata type: odd' }])
  })
})

describe.each(TRANSPORTS)('framework versions over the contract $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let first: string

  const client = () => connection.client
  /** Lets the engine read the draft framework as somebody changed it. */
  const changedDraft = (change: (draft: string) => string): string => {
    const path = connection.engine.folder.file('second.csv')
    writeFileSync(path, change(readFileSync(DRAFT_FRAMEWORK, 'utf8')))
    return connection.engine.permits.grant({ path, name: 'second.csv' })
  }
  const recoded = () => changedDraft(draft => draft.replace(/^CTX-11,/m, 'CTX-99,'))

  async function nextOf(events: AsyncIterator<WorkbookEvent>): Promise<WorkbookEvent> {
    const { value, done } = await events.next()
    if (done) throw new Error('The events ended')
    return value
  }

  beforeAll(async () => {
    const made = await client().library.createExample({ title: 'Try', scale: 5, madeUp: false })
    workbook = made.id
    first = (await client().framework.get({ workbook })).hash
  })

  it('tell the difference and what to decide, and store nothing', async () => {
    const comparison = await client().version.compare({ workbook, file: recoded() })
    expect(comparison).toMatchObject({
      against: first,
      questions: [{ code: 'CTX-99', suggested: { means: 'same' } }],
      difference: { counts: { recoded: 1, unchanged: 105 } },
      ratings: {},
    })
    expect(await client().version.list({ workbook })).toHaveLength(1)
  })

  it('are loaded once all is decided, and everyone who watches hears of it', async () => {
    const file = recoded()
    const undecided = await safe(client().version.load({ workbook, file, against: first }))
    expect(undecided).toMatchObject({ isDefined: true, error: { code: 'FRAMEWORK_UNSETTLED' } })
    const { questions } = await client().version.compare({ workbook, file })
    const decisions = questions.map(({ suggested }) => suggested)
    const events = await client().workbook.watch({ workbook })
    expect(await nextOf(events)).toEqual({ kind: 'ready' })
    const loaded = await client().version.load({ workbook, file, decisions, against: first })
    expect(loaded.isNew).toBe(true)
    expect(await nextOf(events)).toEqual({ kind: 'framework-changed', framework: loaded.hash })
    await events.return?.()
    const { hash, indicators } = await client().framework.get({ workbook })
    expect(hash).toBe(loaded.hash)
    expect(indicators.map(({ code }) => code)).toContain('CTX-99')
  })

  it('change by one indicator, and refuse a change of what is no longer in use', async () => {
    const { hash, indicators } = await client().framework.get({ workbook })
    const edit = { kind: 'retire' as const, indicator: indicators[0]?.id ?? '' }
    expect(await client().version.edit({ workbook, edit, against: hash })).toMatchObject({
      isNew: true,
    })
    const late = await safe(client().version.edit({ workbook, edit, against: hash }))
    expect(late).toMatchObject({ isDefined: true, error: { code: 'FRAMEWORK_MOVED_ON' } })
    const versions = await client().version.list({ workbook })
    const last = versions.at(-1)
    expect(last).toMatchObject({ inUse: true, fileName: '', counts: { removed: 1 } })
    const difference = await client().version.difference({ workbook, hash: last?.hash ?? '' })
    expect(difference.changes).toMatchObject([{ kind: 'removed', code: 'CTX-01' }])
  })

  it('say so where a version is not there', async () => {
    const unknown = await safe(client().version.difference({ workbook, hash: '0'.repeat(64) }))
    expect(unknown).toMatchObject({ isDefined: true, error: { code: 'UNKNOWN_FRAMEWORK' } })
  })

  it('take no blank code or title', async () => {
    const { hash, indicators } = await client().framework.get({ workbook })
    const { id, ...text } = indicators[0] ?? { id: '' }
    const edit = { kind: 'reword', indicator: id, text: { ...text, title: '  ' } }
    // A page of another version could send this, whatever the types here say.
    const { error } = await safe(
      client().version.edit({ workbook, edit: edit as never, against: hash }),
    )
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  })
})
