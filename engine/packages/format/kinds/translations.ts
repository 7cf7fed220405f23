import { z } from 'zod'
import { round, screenLanguage } from '../../../../shared/model/rating.ts'
import { translatedTexts } from '../../../../shared/model/translations/translation.ts'
import {
  field,
  json,
  moment,
  type RecordKind,
  recordId,
  repeated,
  sha256,
  text,
} from '../record-kind.ts'

/** The words of one indicator in another language; without texts it takes earlier ones away. */
export const translationKind: RecordKind = {
  name: 'translation',
  part: 'records.jsonl',
  table: 'translation_record',
  fields: {
    id: field('id', recordId),
    framework: repeated('framework', sha256),
    indicator: repeated('indicator', recordId),
    language: repeated('language', screenLanguage),
    texts: json('texts', translatedTexts),
    fileName: repeated('file_name', text),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: ['indicator', 'language'],
}

/** That a person said things on screens that showed translated words: each record with the translation. */
export const translationShownKind: RecordKind = {
  name: 'translation-shown',
  part: 'records.jsonl',
  table: 'translation_shown',
  fields: {
    id: field('id', recordId),
    participant: repeated('participant', recordId),
    round: repeated('round', round),
    shown: json('shown', z.array(z.object({ said: recordId, translation: recordId })).min(1)),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: { person: 'participant' },
  subject: null,
}
