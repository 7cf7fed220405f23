import type { Indicator } from '../../shared/model/framework.ts'
import type {
  CountedRoom,
  DisputedRoom,
  HandsLine,
  HandsRoom,
  HandsSheet,
  StandingHands,
} from '../../shared/model/hands.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { WorkbookError } from '../errors.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { groupBy } from '../group-by.ts'
import { askedOfGroup } from '../rounds/asked-by-group.ts'
import { listOpened } from '../rounds/rounds.ts'
import type { HandsRecord } from '../store/records/hands.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireGroup } from '../workshops/participants.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type StandingLine, standingLines } from './standing-hands.ts'

/** The groups of a workshop that showed hands, by round and then by name. Throws UNKNOWN_WORKSHOP. */
export function listRooms(store: ReadableStore, workshop: string): readonly CountedRoom[] {
  requireWorkshop(store, workshop)
  const lines = standingLines(store, { workshops: [workshop] }).filter(
    ({ sides }) => sides.length > 0,
  )
  const rooms = groupBy(lines, ({ group, round }) => JSON.stringify([round, group]))
  return [...rooms.values()]
    .flatMap(describeRoom)
    .toSorted((one, other) => one.round - other.round || one.group.localeCompare(other.group))
}

/** The rooms of all workshops with lines that laptops counted differently, until somebody counts them again. */
export const listDisputedRooms = (store: ReadableStore): readonly DisputedRoom[] =>
  getAllWorkshops(store).flatMap(({ id, title }) =>
    listRooms(store, id)
      .filter(({ conflicts }) => conflicts > 0)
      .map(room => ({ ...room, title })),
  )

function describeRoom(lines: readonly StandingLine[]): readonly CountedRoom[] {
  const [first] = lines
  if (!first) return []
  const { workshop, group, round } = first
  const sides = lines.flatMap(line => line.sides)
  return [
    {
      ...{ workshop, group, round },
      lines: lines.length,
      conflicts: lines.filter(line => line.sides.length > 1).length,
      present: Math.max(...sides.map(({ present }) => present)),
      by: [...new Set(sides.map(({ by }) => by))],
    },
  ]
}

/**
 * The lines that a round puts to a group, with the counts that stand, and any other line that was counted. Throws
 * UNKNOWN_WORKSHOP, UNKNOWN_GROUP, UNKNOWN_ROUND.
 */
export function openRoom({ store }: Pick<Workbook, 'store'>, room: HandsRoom): HandsSheet {
  const { workshop, group, round } = room
  const opened = requireRoom(store, room)
  const standing = standingLines(store, { workshops: [workshop], round }).filter(
    line => line.group === group,
  )
  const asked = askedOfGroup(store, { workshop, group }, opened.indicators)
  const lines = currentFramework(store).indicators.flatMap(indicator =>
    CRITERIA.flatMap(criterion => {
      const counted = standing.find(
        line => line.indicator === indicator.id && line.criterion === criterion,
      )
      const isAsked = asked === null || asked.has(indicator.id)
      return isAsked || (counted?.sides ?? []).length > 0
        ? [toLine(indicator, criterion, counted)]
        : []
    }),
  )
  return { workshop, group, round, lines }
}

/** The round of a room. Throws UNKNOWN_WORKSHOP, UNKNOWN_GROUP, UNKNOWN_ROUND. */
export function requireRoom(store: ReadableStore, { workshop, group, round }: HandsRoom) {
  requireGroup(requireWorkshop(store, workshop), group)
  const opened = listOpened(store, workshop).find(one => one.round === round)
  if (!opened) throw new WorkbookError('UNKNOWN_ROUND', { round })
  return opened
}

/** A line as it is shown, with what stands for it. */
export const toLine = (
  { id, code, title }: Pick<Indicator, 'id' | 'code' | 'title'>,
  criterion: HandsLine['criterion'],
  counted: Pick<StandingLine, 'sides'> | undefined,
): HandsLine => ({
  ...{ indicator: id, code, title, criterion },
  standing: (counted?.sides ?? []).map(toStanding),
})

const toStanding = ({
  id,
  counts,
  dontKnow,
  notApplicable,
  present,
  by,
  recordedAt,
  device,
}: HandsRecord): StandingHands => ({
  ...{ id, counts: [...counts], dontKnow, notApplicable, present, by, recordedAt, device },
})
