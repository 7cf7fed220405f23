import { z } from 'zod'
import { round, screenLanguage } from '../../../../shared/model/rating.ts'
import { field, json, moment, type RecordKind, recordId, repeated } from '../record-kind.ts'

/** That a person said things on screens in another language than English: `said` lists the ids of their records. */
export const languageKind: RecordKind = {
  name: 'screen-language',
  part: 'records.jsonl',
  table: 'language_record',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    round: repeated('round', round),
    language: repeated('language', screenLanguage),
    said: json('said', z.array(recordId).min(1)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: null,
}
