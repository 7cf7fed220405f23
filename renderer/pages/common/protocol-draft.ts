import { PROTOCOL_WORDS } from '../../../shared/messages/protocol/protocol.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import {
  MOST_MINUTES,
  type Sequence,
  type WorkshopProtocol,
} from '../../../shared/model/protocol.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'

/** The indicators that somebody ticked; null for all, whatever the framework has. */
export type Ticked = ReadonlySet<string> | null

/** A protocol as it is being set up. */
export interface ProtocolDraft {
  /** True where each group is asked its own. */
  readonly isByGroup: boolean
  readonly everybody: Ticked
  readonly groups: ReadonlyMap<string, Ticked>
  readonly sequence: Sequence
  readonly wordings: ReadonlySet<Wording>
  readonly minutes: string
}

/** The draft of a protocol for these groups; those that are asked the same stand together. */
export function protocolDraft(
  { groups, sequence, wordings, minutes }: WorkshopProtocol,
  names: readonly string[],
): ProtocolDraft {
  const ticked = names.map(name => groups[name] ?? null)
  const [first = null] = ticked
  const isByGroup = ticked.some(one => one?.join() !== first?.join())
  return {
    isByGroup,
    everybody: first === null || isByGroup ? null : new Set(first),
    groups: new Map(
      isByGroup ? names.map(name => [name, groups[name] ? new Set(groups[name]) : null]) : [],
    ),
    sequence,
    wordings: new Set(wordings),
    minutes: minutes === null ? '' : String(minutes),
  }
}

/** The draft with other indicators for one group, or (empty) for everybody. */
export const withTicked = (draft: ProtocolDraft, group: string, ticked: Ticked): ProtocolDraft =>
  group === ''
    ? { ...draft, everybody: ticked }
    : { ...draft, groups: new Map(draft.groups).set(group, ticked) }

/** The indicators of a group in a draft; null for all. Until somebody chooses for a group, it has those of everybody. */
export const tickedOf = ({ isByGroup, everybody, groups }: ProtocolDraft, group: string): Ticked =>
  isByGroup && groups.has(group) ? (groups.get(group) ?? null) : everybody

/** The number of indicators that are ticked. */
export const countTicked = (ticked: Ticked, indicators: readonly Indicator[]): number =>
  ticked === null ? indicators.length : indicators.filter(({ id }) => ticked.has(id)).length

/** Ticks some indicators, or none of them. */
export function tick(
  ticked: Ticked,
  some: readonly Indicator[],
  { isOn, all }: { readonly isOn: boolean; readonly all: readonly Indicator[] },
): Ticked {
  const next = new Set(ticked ?? all.map(({ id }) => id))
  for (const { id } of some) {
    if (isOn) next.add(id)
    else next.delete(id)
  }
  return all.every(({ id }) => next.has(id)) ? null : next
}

/** A part of a protocol that must be put right first. */
export interface ProtocolProblem {
  readonly error: string
  readonly field: 'asked' | 'wordings' | 'minutes'
}

/** Either a protocol that can be recorded, or what must be put right first. */
export type CheckedProtocol = { readonly protocol: WorkshopProtocol } | ProtocolProblem

/** Checks a draft for these groups when the person is done with it. */
export function checkProtocol(
  draft: ProtocolDraft,
  names: readonly string[],
  indicators: readonly Indicator[],
): CheckedProtocol {
  const { sequence, wordings, minutes, isByGroup } = draft
  const groups: Record<string, string[]> = {}
  for (const name of names) {
    const ticked = tickedOf(draft, name)
    if (ticked === null) continue
    const ids = indicators.flatMap(({ id }) => (ticked.has(id) ? [id] : []))
    if (ids.length === 0) {
      return { error: PROTOCOL_WORDS.nothing(isByGroup ? name : ''), field: 'asked' }
    }
    groups[name] = ids
  }
  if (wordings.size === 0) return { error: PROTOCOL_WORDS.noWording, field: 'wordings' }
  const planned = minutes.trim() === '' ? null : Number(minutes)
  const fits =
    planned === null || (Number.isInteger(planned) && planned >= 1 && planned <= MOST_MINUTES)
  if (!fits) return { error: PROTOCOL_WORDS.minutesError, field: 'minutes' }
  const offered = WORDINGS.filter(wording => wordings.has(wording))
  return { protocol: { groups, sequence, wordings: offered, minutes: planned } }
}
