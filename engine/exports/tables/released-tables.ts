import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { ReleasedWords } from '../material/material.ts'
import { RELEASED_COMMENT_COLUMNS, RELEASED_SUGGESTION_COLUMNS } from '../sheets/record-columns.ts'
import { type DataTable, dataTable, type FieldConstraints, fieldOf } from './field.ts'
import { OF_INDICATOR } from './people-tables.ts'

const CONSTRAINTS: Readonly<Record<string, FieldConstraints>> = {
  criterion: { required: true, enum: CRITERIA },
  round: { required: true, minimum: 1, maximum: 99 },
  comment: { required: true },
  suggestion: { required: true },
  kind: { required: true, enum: ['wording', 'missing'] },
}

const withConstraints = (name: string) => {
  const constraints = CONSTRAINTS[name]
  return constraints && { constraints }
}

/** The comments that were let out, without their writers. */
export function releasedCommentsTable({ comments }: ReleasedWords): DataTable {
  return dataTable({
    name: 'comments',
    title: 'Comments that were let out',
    primaryKey: [],
    foreignKeys: [OF_INDICATOR],
    hasLongTexts: true,
    fields: RELEASED_COMMENT_COLUMNS.map(column => fieldOf(column, withConstraints(column.name))),
    items: () => comments,
  })
}

/** The suggestions that were let out, without their writers. */
export function releasedSuggestionsTable({ suggestions }: ReleasedWords): DataTable {
  return dataTable({
    name: 'suggestions',
    title: 'Suggestions that were let out',
    primaryKey: [],
    foreignKeys: [OF_INDICATOR],
    hasLongTexts: true,
    fields: RELEASED_SUGGESTION_COLUMNS.map(column =>
      fieldOf(column, withConstraints(column.name)),
    ),
    items: () => suggestions,
  })
}
