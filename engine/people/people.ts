import { v7 as uuidv7 } from 'uuid'
import type { ParticipantLink } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { appendLink, getAllLinks, type ParticipantLinkRecord } from '../store/records/people.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { listKnownParticipants } from './find.ts'

/** A pair of participants, in either order. */
export interface ParticipantPair {
  readonly participant: string
  readonly other: string
}

/**
 * Says that two participants are one and the same person, who is then counted once. Nothing but a
 * person's word links them. Linking again changes nothing. Throws UNKNOWN_PARTICIPANT.
 */
export function linkParticipants(workbook: Workbook, pair: ParticipantPair): void {
  const { store } = workbook
  store.transaction(() => {
    requireParticipant(store, pair.participant)
    requireParticipant(store, pair.other)
    if (pair.participant === pair.other) {
      throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant: pair.other })
    }
    if (linksBetween(workbook, pair).length === 0) appendLink(store, decision(workbook, pair, true))
  })
}

/** Takes back that two participants are one. Throws NOT_LINKED where nobody said so. */
export function unlinkParticipants(workbook: Workbook, pair: ParticipantPair): void {
  const { store } = workbook
  store.transaction(() => {
    const links = linksBetween(workbook, pair)
    if (links.length === 0) throw new WorkbookError('NOT_LINKED', {})
    const back = decision(workbook, pair, false)
    appendLink(store, back)
    for (const { id } of links) appendSupersession(store, { record: back.id, superseded: id })
  })
}

function linksBetween(
  { store }: Workbook,
  pair: ParticipantPair,
): readonly ParticipantLinkRecord[] {
  const [one, other] = inOrder(pair)
  return getAllLinks(store).filter(link => link.one === one && link.other === other)
}

function decision(
  { clock, device }: Workbook,
  pair: ParticipantPair,
  linked: boolean,
): ParticipantLinkRecord {
  const [one, other] = inOrder(pair)
  return { id: uuidv7(), one, other, linked, recordedAt: clock(), device }
}

const inOrder = ({ participant, other }: ParticipantPair): readonly [string, string] =>
  participant < other ? [participant, other] : [other, participant]

/** The links between participants who are one person. */
export function listLinks(store: ReadableStore): readonly ParticipantLink[] {
  const everyone = new Map(listKnownParticipants(store).map(each => [each.id, each]))
  return getAllLinks(store)
    .map(({ id, one, other, recordedAt, device }) => ({
      id,
      participants: [one, other].flatMap(each => everyone.get(each) ?? []),
      recordedAt,
      device,
    }))
    .filter(({ participants }) => participants.length === 2)
}
