import { z } from 'zod'
import { frameworkOrigin } from '../../../shared/model/framework.ts'
import { dataType, status } from '../../../shared/model/vocabulary.ts'
import { filledText, moment, recordId, sha256, text } from '../field-schemas.ts'
import { field, json, type RecordKind, repeated } from '../record-kind.ts'

/** That a device loaded a framework version. The version is known by the hash of its indicators. */
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

/** One indicator of a framework version. */
export const indicatorKind: RecordKind = {
  name: 'indicator',
  part: 'framework.jsonl',
  table: 'indicator',
  fields: {
    framework: repeated('framework', sha256),
    id: field('id', recordId),
    position: field('position', z.number().int().min(0)),
    code: field('code', filledText),
    title: field('title', filledText),
    section: json('section', z.array(filledText).min(1)),
    outcome: field('outcome', text),
    definition: field('definition', text),
    dataType: repeated('data_type', dataType.nullable()),
    status: repeated('status', status.nullable()),
    source: field('source', text),
    unit: field('unit', text),
    population: field('population', text),
    easyRead: field('easy_read', text),
    rationale: field('rationale', text),
    notes: field('notes', text),
  },
  key: ['framework', 'id'],
  about: 'study',
  subject: null,
}

/** That an indicator was split off from `origin`, one of an earlier version. */
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
