import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EngineClient } from '../../shared/host.ts'
import { call, OPERATIONS, type Path } from './operations.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

const WROTE = 'What one person wrote while others rate'

/** The operations that tell what people answered. */
const TELLING: readonly Path[] = [
  ['rating', 'list'],
  ['suggestion', 'list'],
  ['comment', 'list'],
  ['results', 'get'],
  ['results', 'agreement'],
  ['results', 'compare'],
  ['results', 'moved'],
  ['exports', 'write'],
  ['charts', 'draw'],
  ['charts', 'save'],
  ['provenance', 'behind'],
  ['provenance', 'history'],
  ['conflict', 'list'],
]

/** The namespaces whose operations are about the laptop, whole workbooks, packages or a person who is at it. */
const OTHERS = ['library', 'lock', 'room', 'package', 'merge', 'turn']

async function addWorkshop(client: EngineClient, workbook: string, indicator: string) {
  const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const joining = { workbook, workshop, group: 'ADCS' }
  const { id: participant } = await client.participant.add(joining)
  const about = { participant, indicator, criterion: 'usefulness' as const, round: 1 }
  const answer = { kind: 'level' as const, level: 4 }
  const said = { ...about, answer, comment: WROTE, wording: 'title' as const }
  const { id: rating } = await client.rating.record({ workbook, id: uuidv7(), ...said })
  return { workshop, participant, rating }
}

describe.each(TRANSPORTS)('while a round is open, $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let rating: Awaited<ReturnType<typeof addWorkshop>>
  let closed: Awaited<ReturnType<typeof addWorkshop>>
  let indicator: string
  const client = () => connection.client

  beforeAll(async () => {
    workbook = (await client().library.createExample({ title: 'Try', scale: 5, madeUp: false })).id
    indicator = (await client().framework.get({ workbook })).indicators[0]?.id ?? ''
    rating = await addWorkshop(client(), workbook, indicator)
    closed = await addWorkshop(client(), workbook, indicator)
    await client().round.close({ workbook, workshop: closed.workshop, round: 1, closed: true })
  })

  /** An input that has whatever an operation on a workshop may ask for. */
  const inputOf = ({ workshop, participant, rating: id }: typeof rating, path: Path) => ({
    ...{
      workbook,
      workshop,
      workshops: [workshop],
      participant,
      indicator,
      criterion: 'usefulness',
    },
    ...{ round: 1, from: 1, by: 'round', words: 'P01', typed: 'P01' },
    ...(path[0] === 'provenance' && { rating: id }),
    ...{ chart: { kind: 'priority-map' }, format: path[0] === 'charts' ? 'svg' : 'csv' },
    to:
      path[1] === 'moved'
        ? 2
        : connection.engine.permits.grant({
            path: connection.engine.folder.file(`${uuidv7()}.csv`),
            name: 'out.csv',
          }),
  })

  const codeOf = async (path: Path, about: typeof rating, without: readonly string[] = []) => {
    const input = Object.entries(inputOf(about, path)).filter(([name]) => !without.includes(name))
    const { error } = await call(client(), path, Object.fromEntries(input))
    return error && 'code' in error ? error.code : null
  }
  const look = (looks: boolean) =>
    client().round.look({ workbook, workshop: rating.workshop, looks })

  it.each(TELLING)('%s.%s tells nothing of its workshop, and tells of another', async (...path) => {
    expect(await codeOf(path, rating)).toBe('ROUND_UNDER_WAY')
    if (path[0] === 'conflict') return
    expect(await codeOf(path, closed)).not.toBe('ROUND_UNDER_WAY')
  })

  it('nothing is told of all workshops together either', async () => {
    for (const path of TELLING) {
      if (path[0] === 'rating' || path[0] === 'provenance') continue
      expect(await codeOf(path, closed, ['workshops', 'participant'])).toBe('ROUND_UNDER_WAY')
    }
  })

  it('no other operation says what a person wrote', async () => {
    const others = OPERATIONS.filter(([namespace]) => !OTHERS.includes(namespace))
    for (const path of others) {
      const { data } = await call(client(), path, inputOf(rating, path))
      expect(JSON.stringify(data) ?? '', path.join('.')).not.toContain(WROTE)
    }
  })

  it('a facilitator who says so is told, until they have seen enough', async () => {
    const underWay = async () =>
      (await client().round.underWay({ workbook })).map(({ workshop, isSeen }) => ({
        workshop,
        isSeen,
      }))
    const { workshop } = rating
    expect(await underWay()).toEqual([{ workshop, isSeen: false }])
    await look(true)
    expect(await underWay()).toEqual([{ workshop, isSeen: true }])
    for (const path of TELLING) expect(await codeOf(path, rating)).not.toBe('ROUND_UNDER_WAY')
    expect(JSON.stringify(await client().comment.list({ workbook }))).toContain(WROTE)
    await look(false)
    expect(await codeOf(['results', 'get'], rating)).toBe('ROUND_UNDER_WAY')
  })

  it('it is told of that round alone, and no longer once a room has had the laptop', async () => {
    const { workshop } = rating
    await look(true)
    await client().round.open({ workbook, workshop, indicators: null })
    expect(await codeOf(['results', 'get'], rating)).toBe('ROUND_UNDER_WAY')
    await look(true)
    await client().lock.goWithout()
    await client().lock.enter({ workbook, workshop })
    await client().lock.unlock()
    expect(await codeOf(['results', 'get'], rating)).toBe('ROUND_UNDER_WAY')
  })
})
