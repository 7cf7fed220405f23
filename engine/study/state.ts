import type { MergeReceipt } from '../../shared/model/packages.ts'
import { sameName } from '../../shared/model/vocabulary.ts'
import type { StudyRow, StudyState, WorkshopPlan } from '../../shared/model/whole-study.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { groupBy } from '../group-by.ts'
import { listRooms } from '../hands/rooms.ts'
import { allReceipts } from '../packages/merge/receipts.ts'
import { personsIn } from '../rounds/marks.ts'
import { listOpened } from '../rounds/rounds.ts'
import { listProgress } from '../rounds/standings.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import { getDevicesOfWorkshops, getHeld } from '../store/reports/study.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { type LaptopOf, readLaptops } from './laptops.ts'
import { findLeftToDo } from './left-to-do.ts'
import { readPlans } from './plans.ts'
import { findFlags } from './quality.ts'

/** The choices for the state of a study. */
interface StateChoices {
  readonly seconds?: number | undefined
  /** The workshops that are rating now and at whose answers no facilitator looks. */
  readonly underWay: readonly string[]
}

/** Reads the state of a whole study: its workshops by date, what is left to do, and signs of poor quality. */
export function readStudy(workbook: Workbook, { seconds, underWay }: StateChoices): StudyState {
  const { store, device } = workbook
  const receipts = allReceipts(store)
  const laptopOf = readLaptops(store)
  const material = {
    planOf: readPlans(store),
    laptops: findLaptops(workbook, receipts, laptopOf),
    held: new Map(getHeld(store).map(({ workshop, ...held }) => [workshop, held])),
    personOf: personsIn(store),
    receipts,
  }
  return {
    rows: getAllWorkshops(store).map(workshop => studyRow(store, workshop, material)),
    left: findLeftToDo(store, receipts, laptopOf),
    flags: [...findFlags(store, receipts, { seconds, underWay: new Set(underWay) })],
    underWay: [...underWay],
    thisLaptop: laptopOf(device),
  }
}

/** The counts of which the rows of all workshops are made. */
interface Material {
  readonly planOf: (workshop: string) => WorkshopPlan
  readonly laptops: Laptops
  readonly held: ReadonlyMap<string, { readonly from: string; readonly to: string }>
  readonly personOf: (participant: string) => string
  readonly receipts: readonly MergeReceipt[]
}

/** The devices of each workshop, and all that came back, by their names. */
interface Laptops {
  readonly laptopOf: LaptopOf
  readonly of: ReadonlyMap<string, readonly string[]>
  readonly cameBack: ReadonlyMap<string, string>
}

/** A laptop is back once it has people here, or sent a package with more than a set-up; this one is here. */
function findLaptops(
  { store, device }: Workbook,
  receipts: readonly MergeReceipt[],
  laptopOf: LaptopOf,
): Laptops {
  const rows = getDevicesOfWorkshops(store)
  const sent = receipts.flatMap(({ packages }) =>
    packages.flatMap(({ accepted, source }) =>
      accepted && source && source.contents !== 'setup' ? [source.device] : [],
    ),
  )
  const back = [...rows.map(row => row.device), ...sent, device]
  const byName = back.flatMap(one => {
    const { name } = laptopOf(one)
    return name === null ? [] : [[sameName(name), one] as const]
  })
  const of = groupBy(rows, ({ workshop }) => workshop)
  return {
    laptopOf,
    of: new Map([...of].map(([workshop, those]) => [workshop, those.map(one => one.device)])),
    cameBack: new Map(byName),
  }
}

function studyRow(store: ReadableStore, workshop: Workshop, material: Material): StudyRow {
  const { id, title, date, groups } = workshop
  const { planOf, held, receipts, laptops } = material
  const plan = planOf(id)
  const inRounds = readRounds(store, id, material)
  const expected = plan.laptops.flatMap(each => laptops.cameBack.get(sameName(each)) ?? [])
  const devices = [...new Set([...expected, ...(laptops.of.get(id) ?? [])])]
  const named = [...new Set([...groups, ...Object.keys(plan.targets), ...inRounds.groups.keys()])]
  return {
    workshop: id,
    title,
    planned: date,
    held: held.get(id) ?? null,
    plan,
    laptops: {
      back: devices.map(laptops.laptopOf),
      outstanding: plan.laptops.filter(each => !laptops.cameBack.has(sameName(each))),
    },
    people: inRounds.people,
    groups: named.map(group => ({
      group,
      people: inRounds.groups.get(group) ?? 0,
      target: plan.targets[group] ?? null,
    })),
    hands: countHands(store, id),
    rounds: inRounds.rounds,
    lastPackage: lastPackage(receipts, devices),
  }
}

/** Counts the groups that showed hands, and the people in their rooms: of a group, the most in any round. */
function countHands(store: ReadableStore, workshop: string): StudyRow['hands'] {
  const byGroup = groupBy(listRooms(store, workshop), ({ group }) => group)
  const people = [...byGroup.values()].map(rooms =>
    Math.max(...rooms.map(({ present }) => present)),
  )
  return { groups: byGroup.size, people: people.reduce((sum, count) => sum + count, 0) }
}

/** Counts people, each once, by group, and by round those who have finished of those who are asked. */
function readRounds(store: ReadableStore, workshop: string, { personOf }: Material) {
  const opened = listOpened(store, workshop)
  const inEach = opened.map(({ round, isClosed }, at) => {
    const people = listProgress(store, { workshop, round }).filter(({ isTest }) => !isTest)
    const persons = new Map(people.map(one => [personOf(one.id), one]))
    return { round, persons: [...persons.values()], isOver: isClosed || at < opened.length - 1 }
  })
  const all = inEach[0]?.persons ?? []
  const groups = groupBy(all, ({ group }) => group)
  return {
    people: all.length,
    groups: new Map([...groups].map(([group, those]) => [group, those.length])),
    rounds: inEach.map(({ round, persons, isOver }) => ({
      round,
      finished: persons.filter(({ standing }) => standing === 'finished').length,
      asked: persons.filter(({ standing }) => standing !== 'excused').length,
      stopped: isOver ? persons.filter(({ standing }) => standing === 'in the middle').length : 0,
    })),
  }
}

/** The last merge of a package that one of these laptops wrote; receipts come the latest first. */
function lastPackage(
  receipts: readonly MergeReceipt[],
  devices: readonly string[],
): StudyRow['lastPackage'] {
  const last = receipts.find(({ packages }) =>
    packages.some(({ accepted, source }) => accepted && devices.includes(source?.device ?? '')),
  )
  return last ? { mergedAt: last.mergedAt, receipt: last.id } : null
}
