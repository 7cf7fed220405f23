import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { assertNever } from '../../shared/assert-never.ts'
import type {
  Conflict,
  ConflictSide,
  Resolution,
  ResolutionRule,
  ResolvedBy,
  ResolvedByRule,
} from '../../shared/model/conflict.ts'
import { WorkbookError } from '../errors.ts'
import {
  appendResolution,
  getResolutionIdsFor,
  getResolutionInForce,
  type ResolutionRecord,
} from '../store/records/conflicts.ts'
import { appendSupersession, getStandingRatingIds } from '../store/records/ratings.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { describeResolution, listOpenConflicts } from './list.ts'

/**
 * Chooses one side of an open conflict. The others are superseded by the choice, which can be taken
 * back. Throws NO_SUCH_CONFLICT where that rating has no other beside it.
 */
export function resolveConflict(workbook: Workbook, rating: string): Resolution {
  const { store } = workbook
  return store.transaction(() => {
    const conflict = listOpenConflicts(store).find(({ sides }) =>
      sides.some(({ id }) => id === rating),
    )
    if (!conflict) throw new WorkbookError('NO_SUCH_CONFLICT', {})
    return describeResolution(store, choose(workbook, conflict, rating, 'by hand'))
  })
}

/** A difference of clocks, in milliseconds, that a rule by time puts up with: the day from which a merge warns of it. */
const CLOCKS_MS = 86_400_000

/** Tests whether an answer was stamped by a clock that runs ahead: which answer is the later one is then not known. */
const isAhead = (clock: () => string, { recordedAt }: ConflictSide): boolean =>
  Date.parse(recordedAt) > Date.parse(clock()) + CLOCKS_MS

/**
 * Resolves every open conflict that a rule decides, all together or not at all. A rule by time decides none of which a
 * side is of the future: it is left for a person.
 */
export function resolveByRule(workbook: Workbook, rule: ResolutionRule): ResolvedByRule {
  const { store, clock } = workbook
  return store.transaction(() => {
    const open = listOpenConflicts(store)
    const chosen = open.flatMap(conflict => {
      if (rule === 'later' && conflict.sides.some(side => isAhead(clock, side))) return []
      const side = chooseByRule(conflict.sides, rule)
      return side ? [choose(workbook, conflict, side.id, rule)] : []
    })
    return { rule, settled: chosen.length, open: open.length - chosen.length }
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
      return sides.every(side => isSameText(side, sides[0])) ? sides[0] : undefined
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

/** Tests whether two sides say the same; one that says nothing of a comment cannot take the other's away. */
function isSameText(one: ConflictSide, other: ConflictSide | undefined): boolean {
  const isSameComment =
    one.comment === null || other?.comment === null || one.comment === other?.comment
  return isDeepStrictEqual(one.answer, other?.answer) && isSameComment
}
