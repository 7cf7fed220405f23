import { existsSync, readFileSync } from 'node:fs'
import { safe } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { MergePreview } from '../../shared/model/packages.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { createTestEngine } from '../helpers/test-engine.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('the contract on packages, $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  const client = () => connection.client

  const permit = (name: string): string =>
    connection.engine.permits.grant({ path: connection.engine.folder.file(name), name })

  /** A workbook of the example framework with one person who rated one indicator. */
  async function ratedWorkbook(title: string) {
    const { id: workbook } = await client().library.createExample({
      title,
      scale: 5,
      madeUp: false,
    })
    const details = { title, date: '2026-03-09', venue: '', groups: ['ADCS'] }
    const workshop = await client().workshop.add({ workbook, ...details })
    const who = { workbook, workshop: workshop.id, group: 'ADCS' }
    const { id: participant } = await client().participant.add(who)
    const { indicators } = await client().framework.get({ workbook })
    await client().rating.record({
      workbook,
      id: uuidv7(),
      participant,
      indicator: indicators[0]?.id ?? '',
      criterion: 'usefulness',
      round: 1,
      answer: { kind: 'level', level: 4 },
      comment: '',
      wording: 'title',
    })
    return { workbook, workshop: workshop.id }
  }

  /** Reads packages to the end and gives what a merge would do. */
  async function preview(workbook: string, files: readonly string[]) {
    const events = await client().merge.preview({ workbook, files: [...files] })
    const kinds: string[] = []
    let ready: { token: string; preview: MergePreview } | undefined
    for await (const event of events) {
      kinds.push(event.kind)
      if (event.kind === 'preview') ready = event
    }
    if (!ready) throw new Error('The preview never came.')
    return { kinds, ...ready }
  }

  it('brings a package from one workbook to another, previewed, accepted and accounted for', async () => {
    const from = await ratedWorkbook('From')
    const to = await ratedWorkbook('To')
    const name = 'from.workbook'
    const written = await client().package.write({ workbook: from.workbook, to: permit(name) })
    expect(written).toMatchObject({ name })
    const read = await preview(to.workbook, [permit(name)])
    expect(read.kinds[0]).toBe('progress')
    expect(read.preview.packages[0]).toMatchObject({ file: name, accepted: true, new: 6 })
    expect(await client().workshop.list({ workbook: to.workbook })).toHaveLength(1)

    const { workbook } = to
    const receipt = await client().merge.accept({ workbook, token: read.token })
    expect(receipt).toMatchObject({ totals: read.preview.totals, after: read.preview.after })
    expect(await client().workshop.list({ workbook })).toHaveLength(2)
    expect(await client().merge.receipts({ workbook })).toEqual([
      {
        id: receipt.id,
        mergedAt: receipt.mergedAt,
        packages: 1,
        totals: receipt.totals,
        found: [],
      },
    ])
    expect(await client().merge.receipt({ workbook, receipt: receipt.id })).toEqual(receipt)
    await lookAtAnswers(client(), workbook)
    expect(await client().conflict.list({ workbook })).toEqual({
      open: [],
      descriptions: [],
      hands: [],
      settled: [],
      batches: [],
      laptops: [],
    })
    const page = {
      workbook,
      receipt: receipt.id,
      format: 'html' as const,
      to: permit('receipt.html'),
    }
    await client().merge.writeReceipt(page)
    expect(readFileSync(connection.engine.folder.file('receipt.html'), 'utf8')).toContain(
      receipt.id,
    )
  })

  it('accepts only the files that were chosen, once', async () => {
    const [one, other, to] = [
      await ratedWorkbook('One'),
      await ratedWorkbook('Other'),
      await ratedWorkbook('Chosen'),
    ]
    await client().package.write({ workbook: one.workbook, to: permit('one.workbook') })
    await client().package.write({ workbook: other.workbook, to: permit('other.workbook') })
    const { workbook } = to
    const { token } = await preview(workbook, [permit('one.workbook'), permit('other.workbook')])
    const receipt = await client().merge.accept({ workbook, token, files: [1] })
    expect(receipt.packages.map(({ file, accepted, read }) => [file, accepted, read > 0])).toEqual([
      ['one.workbook', false, false],
      ['other.workbook', true, true],
    ])
    expect(receipt.packages[0]?.problems).toMatchObject([{ code: 'left-out', refuses: true }])
    const { error, isDefined } = await safe(client().merge.accept({ workbook, token }))
    expect(isDefined && error.code).toBe('MERGE_EXPIRED')
  })

  it('forgets a preview that is let go of, or that another takes the place of', async () => {
    const { workbook } = await ratedWorkbook('Forgotten')
    await client().package.write({ workbook, to: permit('forgotten.workbook') })
    const first = await preview(workbook, [permit('forgotten.workbook')])
    const second = await preview(workbook, [permit('forgotten.workbook')])
    const early = await safe(client().merge.accept({ workbook, token: first.token }))
    expect(early.isDefined && early.error.code).toBe('MERGE_EXPIRED')
    await client().merge.discard({ workbook, token: second.token })
    const late = await safe(client().merge.accept({ workbook, token: second.token }))
    expect(late.isDefined && late.error.code).toBe('MERGE_EXPIRED')
  })

  it('makes a workbook of a package whose study is not here yet, and only then', async () => {
    const { workbook, workshop } = await ratedWorkbook('Here')
    const file = permit('here.workbook')
    const choices = { setup: true, workshops: [workshop] }
    await client().package.write({ workbook, to: file, ...choices })
    const { error, isDefined } = await safe(client().package.open({ files: [file] }))
    expect(isDefined && error.code).toBe('STUDY_ALREADY_HERE')

    using elsewhere = createTestEngine()
    const away = await connect(elsewhere)
    const path = connection.engine.folder.file('here.workbook')
    const made = await away.client.package.open({
      files: [elsewhere.permits.grant({ path, name: 'here.workbook' })],
    })
    expect(made).toMatchObject({ id: workbook, title: 'Here', workshops: 1, participants: 0 })
    await away.close()
  })

  it('refuses what is no package and says why, with nothing written', async () => {
    const { workbook } = await ratedWorkbook('Strict')
    const { token, preview: found } = await preview(workbook, [permit('nothing.workbook')])
    expect(found.packages[0]).toMatchObject({
      accepted: false,
      problems: [{ code: 'no-such-file', refuses: true }],
    })
    await client().merge.accept({ workbook, token })
    expect(await client().merge.receipts({ workbook })).toEqual([])
    expect(existsSync(connection.engine.folder.file('nothing.workbook'))).toBe(false)
  })
})
