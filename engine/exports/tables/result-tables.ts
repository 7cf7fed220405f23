import { RATING_WORDS, RETIRED_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { DISAGREEMENT_KINDS } from '../../../shared/model/results.ts'
import { VERDICTS } from '../../../shared/model/rules.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import { AGREEMENT_COLUMNS, type AgreementRow, agreementRows } from '../sheets/agreement-columns.ts'
import type { Column } from '../sheets/columns.ts'
import {
  groupResultColumns,
  groupResultRows,
  type ResultRow,
  resultColumns,
  resultRows,
} from '../sheets/result-columns.ts'
import {
  type DataTable,
  dataTable,
  type FieldConstraints,
  type FieldOf,
  fieldOf,
  labelFrom,
} from './field.ts'
import { OF_INDICATOR, oneLine } from './people-tables.ts'

/** Columns that a reader of a sheet needs beside the code, and a program can join. */
const JOINED = ['section', 'outcome', 'indicator']

const CONSTRAINTS: Readonly<Record<string, FieldConstraints>> = {
  code: { required: true },
  criterion: { required: true, enum: CRITERIA },
  group: { required: true },
  participants: { required: true, minimum: 0 },
  favourable: { minimum: 0, maximum: 1 },
  unfavourable: { minimum: 0, maximum: 1 },
  agreement_a: { minimum: -1, maximum: 1 },
  verdict: { enum: VERDICTS },
  too_few: { enum: ['yes', 'no'] },
  disagreement: { enum: ['yes', 'no'] },
  kind_of_disagreement: { enum: DISAGREEMENT_KINDS },
  retired: { required: true, enum: RETIRED_WORDS },
  stable: { enum: ['yes', 'no'] },
  few_answers: { required: true, enum: ['no', 'yes', 'left out'] },
}

const ROUND: FieldOf<ResultRow> = {
  name: 'round',
  type: 'integer',
  label: labelFrom(RATING_WORDS.round),
  words: RATING_WORDS.round,
  constraints: { required: true, minimum: 1, maximum: 99 },
  value: ({ round }) => round,
}

const FRAMEWORK: FieldOf<ResultRow> = {
  name: 'framework',
  type: 'string',
  label: labelFrom(TABLE_WORDS.listedIn),
  words: TABLE_WORDS.listedIn,
  constraints: { required: true },
  value: ({ framework }) => framework,
}

const TITLE: FieldOf<ResultRow> = {
  name: 'title',
  type: 'string',
  label: labelFrom(TABLE_WORDS.listedTitle),
  words: TABLE_WORDS.listedTitle,
  constraints: { required: true },
  value: ({ title }) => oneLine(title),
}

function resultFields(
  { codeOf }: ExportMaterial,
  columns: readonly Column<ResultRow>[],
): readonly FieldOf<ResultRow>[] {
  const values: Readonly<Record<string, FieldOf<ResultRow>['value']>> = {
    indicator: ({ id }) => codeOf(id),
    group: ({ group }) => oneLine(group ?? ''),
  }
  const fields = columns
    .filter(({ name }) => !JOINED.includes(name))
    .map(column => {
      const constraints = CONSTRAINTS[column.name]
      const field = fieldOf(column, constraints && { constraints })
      return { ...field, name: nameOf(column.name) }
    })
    .map(field => {
      const value = values[field.name]
      return value ? { ...field, value } : field
    })
  return [ROUND, ...fields.slice(0, 1), FRAMEWORK, TITLE, ...fields.slice(1)]
}

/** A sheet's heading may say more than a name: `level_1: Not useful at all`. */
function nameOf(heading: string): string {
  const [name = heading] = heading.split(':')
  return name === 'code' ? 'indicator' : name
}

/** The results of every round over everyone. */
export function resultsTable(material: ExportMaterial): DataTable {
  return dataTable({
    name: 'results',
    title: 'Results over everyone',
    primaryKey: ['round', 'indicator', 'criterion'],
    foreignKeys: [OF_INDICATOR],
    fields: resultFields(material, resultColumns(material)),
    items: () => inEachRound(material, resultRows),
  })
}

/** The results of every round by stakeholder group. */
export function groupResultsTable(material: ExportMaterial): DataTable {
  return dataTable({
    name: 'results_by_group',
    title: 'Results by stakeholder group',
    primaryKey: ['round', 'indicator', 'criterion', 'group'],
    foreignKeys: [OF_INDICATOR],
    fields: resultFields(material, groupResultColumns(material)),
    items: () => inEachRound(material, groupResultRows),
  })
}

function inEachRound(material: ExportMaterial, rows: typeof resultRows): readonly ResultRow[] {
  return toldRounds(material).flatMap(round => rows(material.resultsOf(round), material.wordsOf))
}

/** The agreement between people over all indicators, in the chosen round. */
export function agreementTable(material: ExportMaterial): DataTable {
  return dataTable<AgreementRow>({
    name: 'agreement',
    title: 'Agreement over all indicators',
    primaryKey: ['criterion'],
    fields: AGREEMENT_COLUMNS.map(column => fieldOf(column)),
    items: () => agreementRows(material),
  })
}
