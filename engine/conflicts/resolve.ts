import { v7 as uuidv7 } from 'uuid'
import { assertNever } from '../../shared/assert-never.ts'
import {
  type BatchOutcome,
  type BatchWay,
  type Conflict,
  type ConflictSide,
  type DecisionNote,
  isOneAnswer,
  type Resolution,
  type ResolutionRule,
  type ResolvedBy,
} from '../../shared/model/conflict.ts'
import { WorkbookError } from '../errors.ts'
import {
  appendResolution,
  appendResolutionBatch,
  getAllResolutionBatches,
  getResolutionIdsFor,
  getResolutionInForce,
  type ResolutionRecord,
} from '../store/records/conflicts.ts'
import { appendSupersession, getStandingRatingIds } from '../store/records/ratings.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { hasWrongClock } from './clocks.ts'
import { describeResolution, listOpenConflicts } from './list.ts'

/**
 * Chooses one side of an open conflict. The others are superseded by the choice, which can be taken
 * back. Throws NO_SUCH_CONFLICT where that rating has no other beside it.
 */
export function resolveConflict(
  workbook: Workbook,
  rating: string,
  note: NoteGiven = {},
): Resolution {
  const { store } = workbook
  return store.transaction(() => {
    const conflict = listOpenConflicts(store).find(({ sides }) =>
      sides.some(({ id }) => id === rating),
    )
    if (!conflict) throw new WorkbookError('NO_SUCH_CONFLICT', {})
    const record = choose(workbook, conflict, rating, 'by hand')
    const { reason = '', decidedBy = '' } = note
    if (reason !== '' || decidedBy !== '') noteBatch(workbook, [record], note)
    return describeResolution(store, record)
  })
}

/** Resolves every open conflict that a rule decides, as one batch. Throws nothing. */
export function resolveByRule(
  workbook: Workbook,
  rule: ResolutionRule,
): Omit<BatchOutcome, 'batch'> & { readonly rule: ResolutionRule } {
  const { batch: _, ...outcome } = resolveMany(workbook, { way: { by: 'rule', rule } })
  return { rule, ...outcome }
}

/** The conflicts to resolve at once, and how. */
interface Batch extends NoteGiven {
  readonly way: BatchWay
  /** Sides of the conflicts that are meant; left out, all that are open. */
  readonly among?: readonly string[]
  /** True to count what would be resolved, and store nothing. */
  readonly rehearses?: boolean
}

/**
 * Resolves every open conflict that a rule decides, all together or not at all. A rule by time decides none of which a
 * side is of a laptop whose clock was wrong: which answer is the later one is not known, so it is left for a person.
 */
export function resolveMany(workbook: Workbook, batch: Batch): BatchOutcome {
  const { store } = workbook
  const { way, among, rehearses = false } = batch
  const meant = among && new Set(among)
  return store.transaction(() => {
    const open = listOpenConflicts(store).filter(
      ({ sides }) => !meant || sides.some(({ id }) => meant.has(id)),
    )
    const untimed = isByTime(way) ? withWrongClock(workbook, open) : new Set<Conflict>()
    const chosen = open.flatMap(conflict => {
      const side = untimed.has(conflict) ? undefined : sideBy(way, conflict.sides)
      return side ? [{ conflict, side }] : []
    })
    const left = open.length - chosen.length
    const counts = { settled: chosen.length, open: left, clocks: untimed.size }
    if (rehearses || chosen.length === 0) return { batch: null, ...counts }
    const rule = way.by === 'rule' ? way.rule : 'by hand'
    const records = chosen.map(({ conflict, side }) => choose(workbook, conflict, side.id, rule))
    return { batch: noteBatch(workbook, records, batch), ...counts }
  })
}

/** The side that a way chooses; undefined where it decides nothing. */
function sideBy(way: BatchWay, sides: readonly ConflictSide[]): ConflictSide | undefined {
  if (way.by === 'laptop') return onlyOne(sides, ({ device }) => device === way.laptop)
  return chooseByRule(sides, way.rule)
}

const isByTime = (way: BatchWay): boolean => way.by === 'rule' && way.rule === 'later'

/** The conflicts of which a side is of a laptop whose clock was wrong. */
function withWrongClock(workbook: Workbook, open: readonly Conflict[]): ReadonlySet<Conflict> {
  const isWrong = hasWrongClock(workbook)
  return new Set(open.filter(({ sides }) => sides.some(isWrong)))
}

/** A note of who decided and why, as far as it was given. */
type NoteGiven = Partial<Readonly<Record<keyof DecisionNote, string | undefined>>>

/** Keeps which resolutions were made together, so that they can be taken back together. Gives the batch's id. */
function noteBatch(
  { store, device, clock }: Workbook,
  records: readonly ResolutionRecord[],
  { reason = '', decidedBy = '' }: NoteGiven,
): string {
  const id = uuidv7()
  const resolutions = records.map(record => record.id)
  appendResolutionBatch(store, { id, resolutions, reason, decidedBy, recordedAt: clock(), device })
  return id
}

/**
 * Revokes every resolution of a batch that still holds, all together or not at all. Throws NO_SUCH_CONFLICT where none
 * does.
 */
export function reopenBatch(workbook: Workbook, id: string): { readonly reopened: number } {
  const { store } = workbook
  return store.transaction(() => {
    const batch = getAllResolutionBatches(store).find(one => one.id === id)
    const held = (batch?.resolutions ?? []).filter(one => getResolutionInForce(store, one)?.chosen)
    if (held.length === 0) throw new WorkbookError('NO_SUCH_CONFLICT', {})
    for (const one of held) {
      // Two that chose the same answer are taken back together.
      if (getResolutionInForce(store, one)?.chosen) reopenConflict(workbook, one)
    }
    return { reopened: held.length }
  })
}

/**
 * Revokes a resolution, and every other that chose the same side, which opens the conflict again. Returns the
 * revocation, which names the question. Throws NO_SUCH_CONFLICT.
 */
export function reopenConflict(workbook: Workbook, id: string): ResolutionRecord {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    const resolution = getResolutionInForce(store, id)
    if (!resolution?.chosen) throw new WorkbookError('NO_SUCH_CONFLICT', {})
    const alike = getResolutionIdsFor(store, resolution.chosen)
    const back = {
      ...resolution,
      id: uuidv7(),
      chosen: null,
      rule: 'by hand',
      recordedAt: clock(),
      device,
    } as const
    appendResolution(store, back)
    for (const superseded of alike) appendSupersession(store, { record: back.id, superseded })
    return back
  })
}

function choose(
  { store, device, clock }: Workbook,
  { sides, ...conflict }: Conflict,
  chosen: string,
  rule: ResolvedBy,
): ResolutionRecord {
  const { indicator, criterion, round } = conflict
  const participant = sides.find(({ id }) => id === chosen)?.participant ?? conflict.participant
  const people = new Set(sides.map(side => side.participant))
  // The ratings that an earlier resolution set aside too: it lapses with this one, and must not restore them.
  const standing = [...people].flatMap(person =>
    getStandingRatingIds(store, { participant: person, indicator, criterion, round }),
  )
  const record = {
    id: uuidv7(),
    participant,
    indicator,
    criterion,
    round,
    chosen,
    rule,
    recordedAt: clock(),
    device,
  }
  appendResolution(store, record)
  for (const superseded of standing) {
    if (superseded !== chosen) appendSupersession(store, { record: record.id, superseded })
  }
  return record
}

/** The side that a rule chooses; undefined where it does not decide. */
function chooseByRule(
  sides: readonly ConflictSide[],
  rule: ResolutionRule,
): ConflictSide | undefined {
  switch (rule) {
    case 'same answer':
      return isOneAnswer(sides) ? sides[0] : undefined
    case 'later':
      return onlyOne(sides, ({ recordedAt }) => sides.every(side => side.recordedAt <= recordedAt))
    case 'screen':
      return onlyOne(sides, ({ entry }) => entry === 'screen')
    case 'paper':
      return onlyOne(sides, ({ entry }) => entry === 'file')
    default:
      return assertNever(rule)
  }
}

/** The only side that is meant; undefined for none or several. */
function onlyOne(
  sides: readonly ConflictSide[],
  isMeant: (side: ConflictSide) => boolean,
): ConflictSide | undefined {
  const [first, second] = sides.filter(isMeant)
  return second ? undefined : first
}
