import { z } from 'zod'
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
