import { z } from 'zod'
import { keyer } from '../../../../shared/model/paper.ts'
import { round } from '../../../../shared/model/rating.ts'
import { field, flag, moment, type RecordKind, recordId, repeated } from '../record-kind.ts'

/** The hash of the four words that one person has; a later one takes the place of those that were lost. */
export const recallWordsKind: RecordKind = {
  name: 'recall-words',
  part: 'records.jsonl',
  table: 'recall_words',
  fields: {
    id: field('id', recordId),
    participant: field('participant', recordId),
    hash: field('hash', z.string().regex(/^[\w-]{43}$/)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant'],
}

/** A mark that a participant is a test, whose answers count for nothing, or is none after all. */
export const testKind: RecordKind = {
  name: 'participant-test',
  part: 'records.jsonl',
  table: 'participant_test',
  fields: {
    id: field('id', recordId),
    participant: field('participant', recordId),
    test: flag('test'),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant'],
}

/** A note that a person's answers of a round came from paper: who keyed them in, and who read the paper again. */
export const paperKind: RecordKind = {
  name: 'paper',
  part: 'records.jsonl',
  table: 'paper_record',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    round: repeated('round', round),
    sheet: field('sheet', z.number().int().min(1)),
    keyedBy: repeated('keyed_by', keyer),
    checkedBy: repeated('checked_by', keyer.nullable()),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: ['participant', 'round'],
}
