import { settledBy } from '../../../shared/model/conflict.ts'
import { round } from '../../../shared/model/rating.ts'
import { criterion } from '../../../shared/model/vocabulary.ts'
import { moment, recordId, text } from '../field-schemas.ts'
import { field, flag, type RecordKind, repeated } from '../record-kind.ts'
import { ratingKind } from './rating-kinds.ts'

const QUESTION = ['indicator', 'criterion', 'round']

/** A choice between two answers to one question; without `chosen` it takes earlier ones back. */
export const settlementKind: RecordKind = {
  name: 'settlement',
  part: 'records.jsonl',
  table: 'settlement',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    indicator: repeated('indicator', recordId),
    criterion: repeated('criterion', criterion),
    round: repeated('round', round),
    chosen: field('chosen', recordId.nullable()),
    rule: repeated('rule', settledBy),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: QUESTION,
  // Of whom the ratings are that it sets aside is no matter here: two participants may be one person.
  over: { kind: ratingKind, subject: QUESTION },
}

/** The decision that two participants are one person, or are not after all. */
export const linkKind: RecordKind = {
  name: 'link',
  part: 'records.jsonl',
  table: 'participant_link',
  fields: {
    id: field('id', recordId),
    one: field('one', recordId),
    other: field('other', recordId),
    linked: flag('linked'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'one' },
  subject: ['one', 'other'],
  check: value => String(value('one')) < String(value('other')),
}

/** The public key of the research team, to which packages are encrypted. */
export const teamKeyKind: RecordKind = {
  name: 'team-key',
  part: 'records.jsonl',
  table: 'team_key_record',
  fields: {
    id: field('id', recordId),
    publicKey: field('public_key', text.max(200)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: [],
}
