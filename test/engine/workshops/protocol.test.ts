import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import type { DataTable } from '../../../engine/exports/tables/field.ts'
import { workshopsTable } from '../../../engine/exports/tables/people-tables.ts'
import { ratingsTable } from '../../../engine/exports/tables/rating-tables.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { markTest } from '../../../engine/people/test-participants.ts'
import { recordRating, recordRatings } from '../../../engine/ratings/record.ts'
import { orderOf } from '../../../engine/rounds/order.ts'
import { listProgress, roundOf } from '../../../engine/rounds/standings.ts'
import { getAllProtocols } from '../../../engine/store/records/protocols.ts'
import { getAllWorkshops } from '../../../engine/store/records/workshops.ts'
import { addPlanned } from '../../../engine/study/add-planned.ts'
import { beginTurn } from '../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { protocolOf, setProtocol } from '../../../engine/workshops/protocol.ts'
import { NO_PROTOCOL, type WorkshopProtocol } from '../../../shared/model/protocol.ts'
import type { Turn } from '../../../shared/model/turn.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import {
  changeFramework,
  indicatorText,
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'

const CODES = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

const inSection = (code: string) => ({ section: [`Section ${code[0]}`] })

/** A workbook of three sections of two indicators, with a workshop, and the id of each indicator by its code. */
function threeSections(workbook: Workbook = sampleWorkbook(CODES, inSection)) {
  const ids = new Map(currentFramework(workbook.store).indicators.map(({ code, id }) => [code, id]))
  const idsOf = (...codes: readonly string[]) => codes.map(code => ids.get(code) ?? '')
  return { workbook, workshop: sampleWorkshop(workbook), idsOf }
}

const set = (workbook: Workbook, workshop: string, protocol: Partial<WorkshopProtocol>) =>
  setProtocol(workbook, { workshop, protocol: { ...NO_PROTOCOL, ...protocol } })

const turnOf = (workbook: Workbook, participant: string): Turn => {
  const turn = beginTurn(workbook, { participant, round: null })
  if ('nothing' in turn) throw new Error(`There is nothing to rate: ${turn.nothing}.`)
  return turn
}

const codesIn = (workbook: Workbook, order: readonly string[] | null) => {
  const { indicators } = currentFramework(workbook.store)
  return order?.map(id => indicators.find(one => one.id === id)?.code ?? id)
}

const rateAll = (workbook: Workbook, person: string, indicators: readonly string[]) => {
  for (const indicator of indicators) {
    for (const criterion of CRITERIA) {
      recordRating(workbook, rating(person, indicator, 4, { criterion }))
    }
  }
}

describe('the protocol of a workshop', () => {
  it('asks everybody everything in the order of the framework until somebody sets it', () => {
    const { workbook, workshop } = threeSections()
    expect(protocolOf(workbook.store, workshop)).toEqual({ ...NO_PROTOCOL, isBegun: false })
    set(workbook, workshop, {})
    expect(getAllProtocols(workbook.store, workshop)).toEqual([])
    const { asked, order, wordings } = turnOf(workbook, sampleParticipant(workbook, workshop))
    expect({ asked, order, wordings }).toEqual({
      ...{ asked: null, order: null, wordings: ['title', 'plain', 'easy'] },
    })
  })

  it('asks a group for its own indicators, who then has finished once these are answered', () => {
    const { workbook, workshop, idsOf } = threeSections()
    set(workbook, workshop, {
      groups: { DfE: idsOf('B1', 'B2') },
      wordings: ['plain'],
      minutes: 20,
    })
    const [theirs, other] = [
      sampleParticipant(workbook, workshop, 'DfE'),
      sampleParticipant(workbook, workshop, 'ADCS'),
    ]
    expect(turnOf(workbook, theirs)).toMatchObject({
      asked: idsOf('B1', 'B2'),
      wordings: ['plain'],
    })
    expect(turnOf(workbook, other).asked).toBeNull()
    rateAll(workbook, theirs, idsOf('B1', 'B2'))
    rateAll(workbook, other, idsOf('B1', 'B2'))
    const progress = listProgress(workbook.store, { workshop }).map(
      ({ id, rated, indicators, standing }) => ({ id, rated, indicators, standing }),
    )
    expect(progress).toEqual([
      { id: theirs, rated: 2, indicators: 2, standing: 'finished' },
      { id: other, rated: 2, indicators: 6, standing: 'in the middle' },
    ])
    expect(roundOf(workbook.store, theirs)).toEqual({ kind: 'nothing', because: 'finished' })
  })

  it('asks one person in two groups for what either is asked', () => {
    const { workbook, workshop, idsOf } = threeSections()
    set(workbook, workshop, { groups: { DfE: idsOf('A1'), ADCS: idsOf('B1') } })
    const one = sampleParticipant(workbook, workshop, 'DfE')
    const other = sampleParticipant(workbook, workshop, 'ADCS')
    linkParticipants(workbook, { participant: one, other })
    expect(turnOf(workbook, one).asked).toEqual(idsOf('A1', 'B1'))
    rateAll(workbook, one, idsOf('A1'))
    expect(listProgress(workbook.store, { workshop })).toMatchObject([
      { standing: 'in the middle' },
      { standing: 'in the middle' },
    ])
    rateAll(workbook, other, idsOf('B1'))
    expect(listProgress(workbook.store, { workshop })).toMatchObject([
      { standing: 'finished' },
      { standing: 'finished' },
    ])
  })

  it('is fixed by the first answer, but for minutes and wordings, and free again where that was a test', () => {
    const { workbook, workshop, idsOf } = threeSections()
    const groups = { DfE: idsOf('A1') }
    set(workbook, workshop, { groups, sequence: 'sections', seed: 'spring' })
    const person = sampleParticipant(workbook, workshop)
    rateAll(workbook, person, idsOf('A1'))
    const begun = expect.objectContaining({ code: 'WORKSHOP_BEGUN' })
    expect(() => set(workbook, workshop, { groups, sequence: 'sections', seed: 'autumn' })).toThrow(
      begun,
    )
    expect(() => set(workbook, workshop, { groups })).toThrow(begun)
    expect(() => set(workbook, workshop, { sequence: 'sections', seed: 'spring' })).toThrow(begun)
    changeFramework(
      workbook,
      [...CODES, 'D1'].map(code => indicatorText(code, inSection(code))),
    )
    set(workbook, workshop, { groups, sequence: 'sections', minutes: 30, wordings: ['easy'] })
    expect(protocolOf(workbook.store, workshop)).toEqual({
      ...{ groups, sequence: 'sections', seed: 'spring', minutes: 30, wordings: ['easy'] },
      isBegun: true,
    })
    markTest(workbook, person, true)
    set(workbook, workshop, {})
    expect(protocolOf(workbook.store, workshop)).toEqual({ ...NO_PROTOCOL, isBegun: false })
    expect(verifyWorkbook(workbook.store.file, program)).toMatchObject({ ok: true })
  })

  it('refuses groups and indicators that are not there', () => {
    const { workbook, workshop, idsOf } = threeSections()
    const refused = (groups: WorkshopProtocol['groups'], code: string) =>
      expect(() => set(workbook, workshop, { groups })).toThrow(expect.objectContaining({ code }))
    refused({ Nobody: idsOf('A1') }, 'UNKNOWN_GROUP')
    refused({ DfE: ['01994d2e-0000-7000-8000-000000000001'] }, 'UNKNOWN_INDICATOR')
    const details = { title: 'T', date: '2026-03-09', venue: '', groups: ['DfE'] }
    const protocol = { ...NO_PROTOCOL, groups: { Nobody: idsOf('A1') } }
    expect(() => addPlanned(workbook, { ...details, protocol })).toThrow()
    expect(getAllWorkshops(workbook.store).map(({ id }) => id)).toEqual([workshop])
  })
})

describe('the order of a person', () => {
  it('is that of a SHA-256 of seed, participant, round and section or indicator', () => {
    const { workbook, workshop, idsOf } = threeSections()
    const hash = (...parts: readonly unknown[]) =>
      createHash('sha256').update(parts.join(' ')).digest('hex')
    const sorted = (things: readonly string[], place: (thing: string) => string) =>
      things.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
    const people = Array.from({ length: 8 }, () => sampleParticipant(workbook, workshop))
    set(workbook, workshop, { sequence: 'sections', seed: 'S-1' })
    const bySection = people.map(person => codesIn(workbook, turnOf(workbook, person).order))
    expect(bySection).toEqual(
      people.map(person =>
        sorted(['A', 'B', 'C'], section => hash('S-1', person, 1, `Section ${section}`)).flatMap(
          section => [`${section}1`, `${section}2`],
        ),
      ),
    )
    expect(new Set(bySection.map(order => order?.join())).size).toBeGreaterThan(1)
    set(workbook, workshop, { sequence: 'indicators', seed: 'S-2' })
    for (const person of people) {
      const expected = sorted(idsOf(...CODES), id => hash('S-2', person, 1, id))
      expect(turnOf(workbook, person).order).toEqual(expected)
    }
  })

  it('is told in files for research, of what was answered on screen, and nowhere with pseudonyms', async () => {
    const { workbook, workshop, idsOf } = threeSections()
    const groups = { DfE: idsOf('A1', 'B1', 'C1', 'C2') }
    set(workbook, workshop, { groups, sequence: 'indicators', seed: 'S-3', minutes: 30 })
    const person = sampleParticipant(workbook, workshop, 'DfE')
    const order = turnOf(workbook, person).order?.filter(id => groups.DfE.includes(id)) ?? []
    rateAll(workbook, person, groups.DfE)
    const inFile = sampleParticipant(workbook, workshop, 'ADCS')
    recordRatings(workbook, [rating(inFile, groups.DfE[0] ?? '', 3)], 'file')
    const cellsOf = ({ fields, rows }: DataTable, ...names: readonly string[]) =>
      [...rows()].map(row => names.map(name => row[fields.findIndex(one => one.name === name)]))
    await withExportMaterial(workbook, { round: 1 }, async material => {
      const places = cellsOf(ratingsTable(material), 'entry', 'indicator', 'place_asked')
      const onScreen = places.filter(([entry]) => entry === 'screen')
      expect(new Set(onScreen.map(([, code, place]) => `${code} ${place}`))).toEqual(
        new Set(codesIn(workbook, order)?.map((code, at) => `${code} ${at + 1}`)),
      )
      expect(places.filter(([entry]) => entry === 'file')).toEqual([['file', 'A1', null]])
      const told = cellsOf(workshopsTable(material), 'order', 'order_seed', 'minutes_planned')
      expect(told).toEqual([['indicators', 'S-3', 30]])
      expect(material.askedSaid).toHaveLength(2)
    })
    await withExportMaterial(workbook, { round: 1, people: 'pseudonyms' }, async material => {
      expect(ratingsTable(material).fields.map(({ name }) => name)).not.toContain('place_asked')
    })
  })

  it('has a seed of its own for each workshop where none is given, and keeps it', () => {
    const { workbook, workshop } = threeSections()
    const other = sampleWorkshop(workbook)
    const first = set(workbook, workshop, { sequence: 'sections' })
    expect(first.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(set(workbook, workshop, { sequence: 'indicators' }).seed).toBe(first.seed)
    expect(set(workbook, other, { sequence: 'sections' }).seed).not.toBe(first.seed)
  })
})

describe('a protocol on other laptops', () => {
  it('comes with the set-up package, and where two teams differ asks what either chose', async () => {
    const { workbook: first, workshop, idsOf } = threeSections(laptop({ codes: CODES }))
    set(first, workshop, { groups: { DfE: idsOf('A1', 'A2') }, sequence: 'sections', minutes: 40 })
    const [one, other] = [laptop({ codes: CODES }), laptop({ codes: CODES })]
    const setup = await packageOf(first, { setup: true })
    await merge(one, [setup])
    await merge(other, [setup])
    expect(protocolOf(other.store, workshop)).toEqual(protocolOf(first.store, workshop))
    const { seed = '' } = protocolOf(one.store, workshop)
    set(one, workshop, { groups: { DfE: idsOf('A1') }, sequence: 'sections', minutes: 50 })
    const later = { groups: { DfE: idsOf('C1') }, sequence: 'indicators', minutes: 40 } as const
    set(other, workshop, { ...later, groups: { DfE: idsOf('C1') } })
    await merge(first, [await packageOf(one), await packageOf(other)])
    await merge(one, [await packageOf(other)])
    expect(seed).not.toBe('')
    expect(protocolOf(first.store, workshop)).toEqual({
      groups: { DfE: idsOf('A1', 'C1') },
      ...{ sequence: 'fixed', wordings: ['title', 'plain', 'easy'], minutes: 50, isBegun: false },
    })
    expect(protocolOf(one.store, workshop)).toEqual(protocolOf(first.store, workshop))
    expect(orderOf(first.store, workshop)).toBeNull()
    set(first, workshop, { groups: { DfE: idsOf('A1', 'C1') } })
    expect(orderOf(first.store, workshop)).toEqual({ sequence: 'fixed', seed: '' })
    expect(verifyWorkbook(first.store.file, program)).toMatchObject({ ok: true })
  })
})
