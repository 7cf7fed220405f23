import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('charts over the contract $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string

  beforeAll(async () => {
    const asked = { title: 'Try', scale: 5, madeUp: true } as const
    workbook = (await connection.client.library.createExample(asked)).id
  })

  it('are drawn to be pasted elsewhere, of the indicators asked for', async () => {
    const { indicators } = await connection.client.results.get({ workbook })
    const ids = indicators.slice(0, 7).map(({ id }) => id)
    const chart = { kind: 'priority-map' as const, indicators: ids }
    const svg = await connection.client.charts.draw({ workbook, chart, format: 'svg' })
    expect(svg.picture).toContain('of 7 indicators')
    const png = await connection.client.charts.draw({ workbook, chart, format: 'png', width: 320 })
    expect(Buffer.from(png.picture, 'base64').subarray(1, 4).toString()).toBe('PNG')
  })

  it('are written to a file that a person chose, and to no other', async () => {
    const path = connection.engine.folder.file('map.svg')
    const chart = { kind: 'priority-map' as const }
    const to = connection.engine.permits.grant({ path, name: 'map.svg' })
    const asked = { workbook, chart, format: 'svg' as const }
    const { bytes } = await connection.client.charts.save({ ...asked, to })
    expect(readFileSync(path)).toHaveLength(bytes)
    await expect(
      connection.client.charts.save({ ...asked, to: 'no-such-permit-was-given' }),
    ).rejects.toMatchObject({ code: 'FILE_PERMIT_EXPIRED' })
  })

  it('are in no PDF where nothing draws its pages, and nothing is left of it', async () => {
    const to = connection.engine.permits.grant({
      path: connection.engine.folder.file('r.pdf'),
      name: 'r.pdf',
    })
    await expect(
      connection.client.exports.write({ workbook, format: 'pdf', to, round: 1 }),
    ).rejects.toMatchObject({ code: 'CANNOT_DRAW_PDF', data: { file: 'r.pdf' } })
    expect(
      readdirSync(connection.engine.folder.path).filter(name => name.startsWith('r.pdf')),
    ).toEqual([])
  })
})
