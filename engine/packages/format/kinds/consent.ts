import { INFORMATION_LIMIT } from '../../../../shared/model/consent.ts'
import { field, moment, type RecordKind, recordId, repeated, text } from '../record-kind.ts'

/** A text that tells people what the study is, before they agree to take part; an empty one takes earlier ones away. */
export const informationKind: RecordKind = {
  name: 'information',
  part: 'records.jsonl',
  table: 'information_record',
  fields: {
    id: field('id', recordId),
    title: field('title', text.max(200)),
    text: field('text', text.max(INFORMATION_LIMIT)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: [],
  check: value => (value('title') === '') === (value('text') === ''),
}

/** That a participant agreed to take part: `information` is the id of the text that they agreed to. */
export const consentKind: RecordKind = {
  name: 'consent',
  part: 'records.jsonl',
  table: 'consent_record',
  fields: {
    id: field('id', recordId),
    participant: field('participant', recordId),
    information: repeated('information', recordId),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: null,
}
