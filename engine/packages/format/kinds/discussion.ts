import { z } from 'zod'
import { SUGGESTION_LIMIT, suggestionKind } from '../../../../shared/model/comments.ts'
import { round } from '../../../../shared/model/rating.ts'
import { consensusRule } from '../../../../shared/model/rules.ts'
import { markedStanding } from '../../../../shared/model/workshop.ts'
import {
  field,
  filledText,
  flag,
  json,
  moment,
  type RecordKind,
  recordId,
  repeated,
  sha256,
  text,
} from '../record-kind.ts'

/** A participant's proposal: better words for an indicator, or an indicator that is missing. */
export const suggestionRecordKind: RecordKind = {
  name: 'suggestion',
  part: 'records.jsonl',
  table: 'suggestion',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    proposes: repeated('kind', suggestionKind),
    framework: repeated('framework', sha256),
    indicator: repeated('indicator', recordId.nullable()),
    round: repeated('round', round),
    text: field('text', text.max(SUGGESTION_LIMIT)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant', 'proposes'],
  check: value => (value('proposes') === 'wording') === (value('indicator') !== null),
}

/**
 * A tag that a facilitator put on a comment, or removed again; `participant` wrote the comment, which is the record
 * of that id: a comment, or an older rating with one.
 */
export const commentTagKind: RecordKind = {
  name: 'comment-tag',
  part: 'records.jsonl',
  table: 'comment_tag',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    rating: field('rating', recordId),
    tag: repeated('tag', filledText.max(60)),
    removed: flag('removed'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['rating'],
}

/** A consensus rule that the study defined; `rule` is the id of the first record about it. */
export const ruleKind: RecordKind = {
  name: 'rule',
  part: 'records.jsonl',
  table: 'rule_record',
  fields: {
    id: field('id', recordId),
    rule: field('rule', recordId),
    definition: json('definition', consensusRule),
    retired: flag('retired'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: ['rule'],
}

/** The opening of a further round in a workshop, for some indicators or, if null, for all. */
export const roundKind: RecordKind = {
  name: 'round',
  part: 'records.jsonl',
  table: 'round_record',
  fields: {
    id: field('id', recordId),
    opening: field('opening', recordId),
    workshop: repeated('workshop', recordId),
    round: repeated('round', round.min(2)),
    indicators: json('indicators', z.array(recordId).min(1).nullable()),
    takenBack: flag('taken_back'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['opening'],
}

/** The closing of a round in a workshop, or its reopening. */
export const roundStateKind: RecordKind = {
  name: 'round-state',
  part: 'records.jsonl',
  table: 'round_state',
  fields: {
    id: field('id', recordId),
    workshop: repeated('workshop', recordId),
    round: repeated('round', round),
    closed: flag('closed'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop', 'round'],
}

/** A note of who facilitated a round of a workshop; an empty text takes an earlier one back. */
export const facilitatorsKind: RecordKind = {
  name: 'facilitators',
  part: 'records.jsonl',
  table: 'facilitators_record',
  fields: {
    id: field('id', recordId),
    workshop: repeated('workshop', recordId),
    round: repeated('round', round),
    text: field('text', text.max(200)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop', 'round'],
}

/** The standing of a person in a round, where it does not follow from their answers. */
export const personRoundKind: RecordKind = {
  name: 'person-round',
  part: 'records.jsonl',
  table: 'person_round',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    round: repeated('round', round),
    standing: repeated('standing', markedStanding),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant', 'round'],
}

/** A mark that an indicator is to be rated again once `round` is opened, or is not after all. */
export const collectedKind: RecordKind = {
  name: 'collected',
  part: 'records.jsonl',
  table: 'collected_record',
  fields: {
    id: field('id', recordId),
    workshop: repeated('workshop', recordId),
    indicator: repeated('indicator', recordId),
    round: repeated('round', round.min(2)),
    collected: flag('collected'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['workshop', 'indicator'],
}

/**
 * A mark that an indicator was discussed, or was not after all: in one workshop, or if that is null in all of
 * them together.
 */
export const discussedKind: RecordKind = {
  name: 'discussed',
  part: 'records.jsonl',
  table: 'discussed_record',
  fields: {
    id: field('id', recordId),
    workshop: repeated('workshop', recordId.nullable()),
    indicator: repeated('indicator', recordId),
    discussed: flag('discussed'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  subject: ['indicator'],
}
