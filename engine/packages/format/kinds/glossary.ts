import { glossaryTerms } from '../../../../shared/model/glossary/terms.ts'
import { field, json, moment, type RecordKind, recordId, repeated, text } from '../record-kind.ts'

/** The words that the framework uses and what they mean; an empty list takes earlier ones away. */
export const glossaryKind: RecordKind = {
  name: 'glossary',
  part: 'records.jsonl',
  table: 'glossary_record',
  fields: {
    id: field('id', recordId),
    terms: json('terms', glossaryTerms),
    fileName: field('file_name', text),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: [],
}
