import { z } from 'zod'
import { PICTURE_LIMITS } from '../../../../shared/model/pictures/limits.ts'
import { pictureType } from '../../../../shared/model/pictures/pictures.ts'
import { partId } from '../../../frameworks/pictures/parts.ts'
import {
  field,
  moment,
  type RecordKind,
  recordId,
  repeated,
  type Stored,
  sha256,
  text,
} from '../record-kind.ts'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const said = (value: Stored): string | null => (typeof value === 'string' ? value : null)

/** A part of a picture, named by its content. */
export const picturePartKind: RecordKind = {
  name: 'picture-part',
  part: 'records.jsonl',
  table: 'picture_part',
  fields: {
    id: field('id', sha256),
    data: field('data', z.string().min(1).max(340_000).regex(BASE64)),
    next: field('next', sha256.nullable()),
  },
  key: ['id'],
  about: 'study',
  subject: null,
  check: value =>
    partId({ data: said(value('data')) ?? '', next: said(value('next')) }) === value('id'),
}

/** The picture that stands for an indicator; without content it takes earlier ones away. */
export const pictureKind: RecordKind = {
  name: 'picture',
  part: 'records.jsonl',
  table: 'picture_record',
  fields: {
    id: field('id', recordId),
    framework: repeated('framework', sha256),
    indicator: field('indicator', recordId),
    content: field('content', sha256.nullable()),
    type: repeated('type', pictureType.nullable()),
    description: field('description', text.max(PICTURE_LIMITS.description)),
    fileName: field('file_name', text),
    recordedAt: field('recorded_at', moment),
    device: repeated('device', recordId),
  },
  key: ['id'],
  about: 'study',
  subject: ['indicator'],
  check: value => (value('content') === null) === (value('type') === null),
}
