import { z } from 'zod'
import { resolvedBy } from '../../../../shared/model/conflict.ts'
import { MOST_IN_ROOM } from '../../../../shared/model/hands.ts'
import { keyer } from '../../../../shared/model/paper.ts'
import { COMMENT_LIMIT, round, wording } from '../../../../shared/model/rating.ts'
import { criterion } from '../../../../shared/model/vocabulary.ts'
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

const QUESTION = ['indicator', 'criterion', 'round']

/**
 * One answer of one participant to one criterion of one indicator in one round. Records from before comments were
 * records of their own say a comment too; later ones have null there.
 */
export const ratingKind: RecordKind = {
  name: 'rating',
  part: 'records.jsonl',
  table: 'rating',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    framework: repeated('framework', sha256),
    indicator: repeated('indicator', recordId),
    criterion: repeated('criterion', criterion),
    round: repeated('round', round),
    answer: repeated('answer', z.enum(['level', 'dont_know', 'not_applicable', 'none'])),
    level: repeated('level', z.number().int().min(1).max(10).nullable()),
    comment: repeated('comment', text.max(COMMENT_LIMIT).nullable()),
    wording: repeated('wording', wording),
    entry: repeated('entry', z.enum(['screen', 'file'])),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant', ...QUESTION],
  check: value => (value('answer') === 'level') === (value('level') !== null),
}

/** One comment of one participant on one question. It takes the place of the words of older ratings, too. */
export const commentKind: RecordKind = {
  name: 'comment',
  part: 'records.jsonl',
  table: 'comment_record',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    framework: repeated('framework', sha256),
    indicator: repeated('indicator', recordId),
    criterion: repeated('criterion', criterion),
    round: repeated('round', round),
    text: field('text', text.max(COMMENT_LIMIT)),
    wording: repeated('wording', wording),
    entry: repeated('entry', z.enum(['screen', 'file'])),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant', ...QUESTION],
  over: { kind: ratingKind, subject: ['participant', ...QUESTION] },
}

const hands = z.number().int().min(0).max(MOST_IN_ROOM)

/** The counts of a group's hands in one round, for one criterion of one indicator; about no participant. */
export const handsKind: RecordKind = {
  name: 'show-of-hands',
  part: 'records.jsonl',
  table: 'hands_record',
  fields: {
    id: field('id', recordId),
    workshop: repeated('workshop', recordId),
    group: repeated('stakeholder_group', filledText.max(200)),
    round: repeated('round', round),
    framework: repeated('framework', sha256),
    indicator: repeated('indicator', recordId),
    criterion: repeated('criterion', criterion),
    counts: json('counts', z.array(hands).min(2).max(10)),
    dontKnow: repeated('dont_know', hands),
    notApplicable: repeated('not_applicable', hands),
    present: repeated('present', hands),
    wording: repeated('wording', wording),
    keyedBy: repeated('keyed_by', keyer),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { workshop: 'workshop' },
  holdsAnswers: true,
  subject: ['workshop', 'group', 'round', 'indicator', 'criterion'],
  check: value => {
    const counts = JSON.parse(String(value('counts'))) as number[]
    const shown = counts.reduce((sum, count) => sum + count, 0)
    return (
      shown + Number(value('dontKnow')) + Number(value('notApplicable')) <= Number(value('present'))
    )
  },
}

/** The replacement of one record by another of the same subject. */
export const supersessionKind: RecordKind = {
  name: 'supersession',
  part: 'records.jsonl',
  table: 'supersession',
  fields: {
    superseded: field('superseded', z.union([recordId, sha256])),
    record: field('record', z.union([recordId, sha256])),
  },
  key: ['superseded', 'record'],
  about: 'study',
  subject: null,
}

/** A participant's wish that everything they said be deleted. It prevails over all their other records. */
export const withdrawalKind: RecordKind = {
  name: 'withdrawal',
  part: 'records.jsonl',
  table: 'withdrawal',
  fields: {
    id: field('id', recordId),
    participant: field('participant', recordId),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: null,
}

/** A choice between two answers to one question; without `chosen` it takes earlier ones back. */
export const resolutionKind: RecordKind = {
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
    rule: repeated('rule', resolvedBy),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: QUESTION,
  // The participant is not compared, since two linked participants are one person.
  over: { kind: ratingKind, subject: QUESTION },
}

/** A decision that two participants are one person, or are not after all. */
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

/** The resolutions that were made together, with who decided them and why; blank where nobody said. */
export const resolutionBatchKind: RecordKind = {
  name: 'resolution-batch',
  part: 'records.jsonl',
  table: 'resolution_batch',
  fields: {
    id: field('id', recordId),
    resolutions: json('settlements', z.array(recordId).min(1)),
    reason: field('reason', text.max(400)),
    decidedBy: field('decided_by', text.max(200)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: null,
}
