import { z } from 'zod'
import { assertNever } from '../../../../shared/assert-never.ts'
import { LONGEST_DIARY_NOTE } from '../../../../shared/model/diary.ts'
import { frameworkOrigin } from '../../../../shared/model/framework.ts'
import {
  eachField,
  INDICATOR_FIELDS,
  type IndicatorField,
} from '../../../../shared/model/indicator-fields.ts'
import { MOST_MINUTES, seed, sequence } from '../../../../shared/model/protocol.ts'
import { WORDINGS, wording } from '../../../../shared/model/rating.ts'
import { dataType, day, status } from '../../../../shared/model/vocabulary.ts'
import {
  type Field,
  field,
  filledText,
  json,
  moment,
  type RecordKind,
  recordId,
  repeated,
  sha256,
  text,
} from '../record-kind.ts'

/** The loading of a framework version on a device. A version is identified by the hash of its indicators. */
export const frameworkKind: RecordKind = {
  name: 'framework',
  part: 'framework.jsonl',
  table: 'framework_loading',
  fields: {
    hash: field('framework', sha256),
    device: field('device', recordId),
    title: field('title', text),
    origin: field('origin', frameworkOrigin),
    fileName: field('file_name', text),
    loadedAt: field('loaded_at', moment),
  },
  key: ['hash', 'device'],
  about: 'study',
  subject: [],
}

function packedField({ holds, column }: (typeof INDICATOR_FIELDS)[IndicatorField]): Field {
  switch (holds) {
    case 'filled text':
      return field(column, filledText)
    case 'text':
      return field(column, text)
    case 'path':
      return json(column, z.array(filledText).min(1))
    case 'data type':
      return repeated(column, dataType.nullable())
    case 'status':
      return repeated(column, status.nullable())
    default:
      return assertNever(holds)
  }
}

/** One indicator of a framework version. */
export const indicatorKind: RecordKind = {
  name: 'indicator',
  part: 'framework.jsonl',
  table: 'indicator',
  fields: {
    framework: repeated('framework', sha256),
    id: field('id', recordId),
    position: field('position', z.number().int().min(0)),
    ...eachField(name => packedField(INDICATOR_FIELDS[name])),
  },
  key: ['framework', 'id'],
  about: 'study',
  subject: null,
}

/** The origin of an indicator that was split off from one of an earlier version. */
export const splitKind: RecordKind = {
  name: 'split',
  part: 'framework.jsonl',
  table: 'indicator_split',
  fields: {
    framework: repeated('framework', sha256),
    indicator: field('indicator', recordId),
    origin: field('origin', recordId),
  },
  key: ['framework', 'indicator'],
  about: 'study',
  subject: null,
}

/** The decision which framework version is in use; `aside` are those of other laptops that were not taken. */
export const frameworkChoiceKind: RecordKind = {
  name: 'framework-choice',
  part: 'records.jsonl',
  table: 'framework_choice_record',
  fields: {
    id: field('id', recordId),
    framework: field('framework', sha256),
    beside: json('beside', z.array(sha256)),
    aside: json('aside', z.array(sha256)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: [],
}

/** An installation that wrote records. The place of its file stays private to the laptop. */
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

/** A description of a workshop; `workshop` is the id of the first record about it. */
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

/** A description of a participant; `participant` is the id of the first record about them. */
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

/** The plan of a workshop: the laptops that are expected, by name, and the people wanted of each group. */
export const planKind: RecordKind = {
  name: 'workshop-plan',
  part: 'records.jsonl',
  table: 'workshop_plan_record',
  fields: {
    id: field('id', recordId),
    workshop: field('workshop', recordId),
    laptops: json('laptops', z.array(filledText.max(60)).max(60)),
    targets: json('targets', z.record(filledText.max(200), z.number().int().min(1).max(10_000))),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop'],
}

/** The indicators that a group of a workshop is asked; null for all. */
export const groupIndicatorsKind: RecordKind = {
  name: 'group-indicators',
  part: 'records.jsonl',
  table: 'group_indicators_record',
  fields: {
    id: field('id', recordId),
    workshop: field('workshop', recordId),
    group: field('stakeholder_group', filledText.max(200)),
    indicators: json('indicators', z.array(recordId).min(1).max(10_000).nullable()),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop', 'group'],
}

/** The way in which a workshop asks: the order and its seed, the wordings that are offered, and the minutes planned. */
export const protocolKind: RecordKind = {
  name: 'workshop-protocol',
  part: 'records.jsonl',
  table: 'workshop_protocol_record',
  fields: {
    id: field('id', recordId),
    workshop: field('workshop', recordId),
    sequence: field('sequence', sequence),
    seed: field('seed', z.union([seed, z.literal('')])),
    wordings: json('wordings', z.array(wording).min(1).max(WORDINGS.length)),
    minutes: field('minutes', z.number().int().min(1).max(MOST_MINUTES).nullable()),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop'],
  check: value => (value('sequence') === 'fixed') === (value('seed') === ''),
}

/** The name of a laptop; an empty one takes an earlier one back. */
export const laptopNameKind: RecordKind = {
  name: 'laptop-name',
  part: 'records.jsonl',
  table: 'laptop_name_record',
  fields: {
    id: field('id', recordId),
    laptop: field('laptop', recordId),
    name: field('name', text.max(60)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: ['laptop'],
}

/** A note in the diary; `note` is the id of the first record about it, and an empty text takes it away. */
export const diaryNoteKind: RecordKind = {
  name: 'diary-note',
  part: 'records.jsonl',
  table: 'diary_note_record',
  fields: {
    id: field('id', recordId),
    note: field('note', recordId),
    text: field('text', text.max(LONGEST_DIARY_NOTE)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: ['note'],
}
