import { SCRIPTS } from '../../../shared/messages/data-package.ts'
import { groupBy } from '../../group-by.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field, ValueLabel } from '../tables/field.ts'
import type { MeasuredTable } from './measured-csv.ts'
import { fillLines, fitBytes } from './script-text.ts'

// What SPSS takes: lines of 256 bytes, labels of variables of 256 bytes and of values of 120, texts of
// 32,767 bytes. Quotes in a label are doubled, so that labels are kept to half a line.
const LONGEST_LINE = 200
const VARIABLE_LABEL = 110
const VALUE_LABEL = 110

/** The byte order mark by which SPSS knows that a script is in UTF-8. */
const UTF8 = '\uFEFF'

const quoted = (text: string, most: number): string =>
  `'${fitBytes(text, most).replaceAll("'", "''")}'`

/** Syntax that loads the tables into SPSS or PSPP, with labels of variables and values. */
export function spssScript({ title }: ExportMaterial, tables: readonly MeasuredTable[]): string {
  const blocks = tables.filter(({ table }) => !table.hasLongTexts).map(loadTable)
  const head = [title, ...SCRIPTS.spss].map(
    line => `* ${fitBytes(withoutStop(line), LONGEST_LINE)}.`,
  )
  return `${UTF8}${[...head, '', ...blocks].join('\n')}\n`
}

/** A full stop at the end of a line would end the comment there. */
const withoutStop = (line: string): string => line.replaceAll(/[\r\n]+/g, ' ').replace(/\.+$/, '')

function loadTable({ table, path, widths }: MeasuredTable): string {
  const { name, fields } = table
  return [
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE='${path}'`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    `${fields.map((field, index) => `    ${field.name} ${formatOf(field, widths[index] ?? 0)}`).join('\n')}.`,
    'VARIABLE LABELS',
    `${fields.map(({ name: of, label }) => `  ${of}\n    ${quoted(label, VARIABLE_LABEL)}`).join('\n')}.`,
    ...valueLabels(fields),
    ...measurementLevels(fields),
    `SAVE OUTFILE='${name}.sav'.`,
    '',
  ].join('\n')
}

function formatOf({ type }: Field, width: number): string {
  switch (type) {
    case 'integer':
      return 'F8.0'
    case 'number':
      return 'F20.15'
    // A day as year, month, day, by which SPSS counts days.
    case 'date':
      return 'SDATE10'
    default:
      return `A${Math.max(1, width)}`
  }
}

/** The level of measurement of each variable: texts name, levels of the scale are ordered, numbers count. */
function measurementLevels(fields: readonly Field[]): readonly string[] {
  const of = (level: string, wanted: (field: Field) => boolean): readonly string[] => {
    const names = fields.filter(wanted).map(({ name }) => name)
    return names.length === 0
      ? []
      : ['VARIABLE LEVEL', ...fillLines(names, LONGEST_LINE), `    (${level}).`]
  }
  const isNumber = ({ type }: Field) => type === 'integer' || type === 'number'
  const isLevel = (field: Field) => field.labels !== undefined || field.name === 'level'
  return [
    ...of('NOMINAL', field => !isNumber(field) && field.type !== 'date'),
    ...of('ORDINAL', field => isNumber(field) && isLevel(field)),
    ...of('SCALE', field => (isNumber(field) && !isLevel(field)) || field.type === 'date'),
  ]
}

function valueLabels(fields: readonly Field[]): readonly string[] {
  const sets = groupBy(
    fields.filter(({ labels }) => labels),
    ({ labels, missing }) => JSON.stringify([labels, missing]),
  )
  return [...sets.values()].flatMap(set => {
    const [{ labels = [], missing = [] } = {}] = set
    const names = set.map(({ name }) => name)
    return [
      'VALUE LABELS',
      ...fillLines(names, LONGEST_LINE),
      `${[...labels, ...missing].map(valueLabel).join('\n')}.`,
      ...missingValues(names, missing),
    ]
  })
}

const valueLabel = ({ value, label }: ValueLabel): string =>
  `    ${value} ${quoted(label, VALUE_LABEL)}`

function missingValues(
  names: readonly string[],
  missing: readonly ValueLabel[],
): readonly string[] {
  if (missing.length === 0) return []
  return [
    'MISSING VALUES',
    ...fillLines(names, LONGEST_LINE),
    `    (${missing.map(({ value }) => value).join(', ')}).`,
  ]
}
