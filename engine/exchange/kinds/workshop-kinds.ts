import { z } from 'zod'
import { day } from '../../../shared/model/vocabulary.ts'
import { filledText, moment, recordId, text } from '../field-schemas.ts'
import { field, json, type RecordKind, repeated } from '../record-kind.ts'

/** An installation that wrote. Where its file lies is nobody else's business. */
export const deviceKind: RecordKind = {
  name: 'device',
  part: 'records.jsonl',
  table: 'device',
  fields: {
    id: field('id', recordId),
    since: field('since', moment),
    reason: field('reason', z.enum(['created', 'copied'])),
    appVersion: field('app_version', text),
  },
  key: ['id'],
  about: 'study',
  subject: null,
  blanks: { place: '' },
}

/** What was said of a workshop; `workshop` is the id of the first record about it. */
export const workshopKind: RecordKind = {
  name: 'workshop',
  part: 'records.jsonl',
  table: 'workshop_record',
  fields: {
    id: field('id', recordId),
    workshop: field('workshop', recordId),
    title: field('title', filledText.max(200)),
    date: field('date', day),
    venue: field('venue', text.max(200)),
    groups: json('groups', z.array(filledText.max(200)).min(1).max(30)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop'],
}

/** What was said of a participant; `participant` is the id of the first record about them. */
export const participantKind: RecordKind = {
  name: 'participant',
  part: 'records.jsonl',
  table: 'participant_record',
  fields: {
    id: field('id', recordId),
    participant: field('participant', recordId),
    workshop: repeated('workshop', recordId),
    code: field('code', filledText.max(40)),
    group: repeated('stakeholder_group', filledText.max(200)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant'],
}
