import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import {
  NO_PROTOCOL,
  type StandingProtocol,
  type WorkshopProtocol,
} from '../../shared/model/protocol.ts'
import { WORDINGS } from '../../shared/model/rating.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { readAskedByGroup } from '../rounds/asked-by-group.ts'
import { orderOf } from '../rounds/order.ts'
import {
  appendGroupIndicators,
  appendProtocol,
  getAllGroupIndicators,
  getAllProtocols,
} from '../store/records/protocols.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { hasRatings } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireGroup } from './participants.ts'
import { requireWorkshop } from './workshops.ts'

const SEED_BYTES = 8

/**
 * The protocol of a workshop. Where two teams made one, groups are asked what either chose, whatever wording either
 * offers is offered, and the longer time is planned. Throws UNKNOWN_WORKSHOP.
 */
export function protocolOf(store: ReadableStore, workshop: string): StandingProtocol {
  requireWorkshop(store, workshop)
  const { groups, of } = readAskedByGroup(store, workshop)
  const all = getAllProtocols(store, workshop)
  const { sequence, seed } = orderOf(store, workshop) ?? NO_PROTOCOL
  const offered = new Set(all.length === 0 ? WORDINGS : all.flatMap(({ wordings }) => wordings))
  const minutes = all.flatMap(one => one.minutes ?? [])
  return {
    groups: Object.fromEntries(groups.map(group => [group, [...(of(group) ?? [])]])),
    sequence,
    ...(seed && { seed }),
    wordings: WORDINGS.filter(wording => offered.has(wording)),
    minutes: minutes.length === 0 ? null : Math.max(...minutes),
    isBegun: hasRatings(store, workshop),
  }
}

/** A protocol for a workshop. */
interface ForWorkshop {
  readonly workshop: string
  readonly protocol: WorkshopProtocol
}

/**
 * Sets the protocol of a workshop; only what changes is stored. What is asked, and in which order, is fixed with the
 * first answer, or figures would move afterwards. Throws UNKNOWN_WORKSHOP, UNKNOWN_GROUP, UNKNOWN_INDICATOR,
 * WORKSHOP_BEGUN.
 */
export function setProtocol(
  workbook: Workbook,
  { workshop: id, protocol }: ForWorkshop,
): StandingProtocol {
  const { store } = workbook
  return store.transaction(() => {
    const workshop = requireWorkshop(store, id)
    const before = protocolOf(store, id)
    const wanted = { ...protocol, groups: checkedGroups(workbook, workshop, { protocol, before }) }
    const seed = seedOf(wanted, before)
    // Two orders side by side are settled by whichever is set next.
    const order = orderOf(store, id)
    const isOtherOrder = order === null || wanted.sequence !== order.sequence || seed !== order.seed
    const changed = workshop.groups.filter(
      group => !isSame(wanted.groups[group], before.groups[group]),
    )
    if (before.isBegun && (isOtherOrder || changed.length > 0)) {
      throw new WorkbookError('WORKSHOP_BEGUN', { workshop: workshop.title })
    }
    for (const group of changed) {
      recordGroup(workbook, { workshop: id, group, indicators: wanted.groups[group] ?? null })
    }
    const isOther =
      isOtherOrder || wanted.minutes !== before.minutes || !isSame(wanted.wordings, before.wordings)
    if (isOther) recordWay(workbook, id, { ...wanted, seed })
    return protocolOf(store, id)
  })
}

const isSame = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  JSON.stringify(one?.toSorted()) === JSON.stringify(other?.toSorted())

/** The indicators by group in the order of the framework, without the groups that are asked all of them. */
function checkedGroups(
  { store }: Workbook,
  workshop: Workshop,
  { protocol, before }: Readonly<Record<'protocol' | 'before', WorkshopProtocol>>,
): WorkshopProtocol['groups'] {
  const all = currentFramework(store).indicators.map(({ id }) => id)
  const checked: Record<string, string[]> = {}
  for (const [group, indicators] of Object.entries(protocol.groups)) {
    requireGroup(workshop, group)
    // A choice that was made by an earlier version of the framework may stay as it is.
    const isKept = isSame(indicators, before.groups[group])
    const unknown = indicators.find(indicator => !all.includes(indicator))
    if (unknown !== undefined && !isKept) {
      throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: unknown })
    }
    const chosen = new Set(indicators)
    if (isKept) checked[group] = indicators
    else if (chosen.size < all.length) checked[group] = all.filter(one => chosen.has(one))
  }
  return checked
}

/** The seed of an order: the one that is given, the one that it has, or a new one; empty for the fixed order. */
function seedOf({ sequence, seed }: WorkshopProtocol, before: WorkshopProtocol): string {
  if (sequence === 'fixed') return ''
  return seed ?? before.seed ?? randomBytes(SEED_BYTES).toString('hex')
}

interface OfGroup {
  readonly workshop: string
  readonly group: string
  readonly indicators: readonly string[] | null
}

function recordGroup({ store, clock, device }: Workbook, asked: OfGroup): void {
  const id = uuidv7()
  const before = getAllGroupIndicators(store, asked.workshop)
  appendGroupIndicators(store, { id, ...asked, recordedAt: clock(), device })
  for (const one of before) {
    if (one.group === asked.group) appendSupersession(store, { record: id, superseded: one.id })
  }
}

function recordWay(
  { store, clock, device }: Workbook,
  workshop: string,
  { sequence, seed, wordings, minutes }: WorkshopProtocol & { readonly seed: string },
): void {
  const id = uuidv7()
  const before = getAllProtocols(store, workshop)
  const way = { sequence, seed, wordings, minutes }
  appendProtocol(store, { id, workshop, ...way, recordedAt: clock(), device })
  for (const one of before) appendSupersession(store, { record: id, superseded: one.id })
}
