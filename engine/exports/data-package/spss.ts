import { assertNever } from '../../../shared/assert-never.ts'
import { SCRIPTS } from '../../../shared/messages/data-package.ts'
import { fitBytes } from '../../files/write/fit-text.ts'
import { groupBy } from '../../group-by.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field, ValueLabel } from '../tables/field.ts'
import { measureOf } from './measure.ts'
import type { MeasuredTable } from './measured-csv.ts'
import { savPathOf } from './sav.ts'
import { fillLines } from './script-text.ts'

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
  const blocks = tables.map(of => (of.table.hasLongTexts ? openTable(of) : loadTable(of)))
  const head = [title, ...SCRIPTS.spss].map(
    line => `* ${fitBytes(withoutStop(line), LONGEST_LINE)}.`,
  )
  return `${UTF8}${[...head, '', ...blocks].join('\n')}\n`
}

/** A full stop at the end of a line would end the comment there. */
const withoutStop = (line: string): string => line.replaceAll(/[\r\n]+/g, ' ').replace(/\.+$/, '')

/** A table whose texts may have several lines, which SPSS would read as several cases of csv. */
const openTable = ({ table }: MeasuredTable): string =>
  [`GET FILE='${savPathOf(table)}'.`, `SAVE OUTFILE='${table.name}.sav'.`, ''].join('\n')

function loadTable({ table, path, widths, guarded }: MeasuredTable): string {
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
    `${fields.map((field, index) => `    ${readAs(field)} ${formatOf(field, widths[index] ?? 0)}`).join('\n')}.`,
    ...fields.flatMap((field, index) => (guarded[index] ? [asTyped(field)] : [])),
    ...fields.filter(isMoment).map(toMoment),
    'VARIABLE LABELS',
    `${fields.map(({ name: of, label }) => `  ${of}\n    ${quoted(label, VARIABLE_LABEL)}`).join('\n')}.`,
    ...valueLabels(fields),
    ...measurementLevels(fields),
    ...saved(name, fields),
    '',
  ].join('\n')
}

const isMoment = ({ type }: Field): boolean => type === 'datetime'

/** The name under which a field is read; a moment is made from what was read. */
const readAs = (field: Field): string => (isMoment(field) ? `${field.name}_text` : field.name)

/** The signs before which an apostrophe stands in csv; a text on one line begins with no other. */
const GUARDED = ['=', '+', '-', '@', '＝', '＋', '－', '＠']

/** Takes away the apostrophe before text that a spreadsheet could take for a formula. */
function asTyped({ name }: Field): string {
  const found = GUARDED.map(sign => `    INDEX(LTRIM(${name}, "'"), "${sign}")`)
  return [
    `IF (SUBSTR(${name}, 1, 1) = "'" AND ANY(1,`,
    `${found.join(',\n')}))`,
    `  ${name} = SUBSTR(${name}, 2).`,
  ].join('\n')
}

const toMoment = (field: Field): string =>
  [
    `NUMERIC ${field.name} (DATETIME20).`,
    `COMPUTE ${field.name} = NUMBER(SUBSTR(${readAs(field)}, 1, 10), SDATE10) +`,
    `    NUMBER(SUBSTR(${readAs(field)}, 12, 12), TIME12.3).`,
  ].join('\n')

function saved(name: string, fields: readonly Field[]): readonly string[] {
  if (!fields.some(isMoment)) return [`SAVE OUTFILE='${name}.sav'.`]
  const names = fields.map(of => of.name)
  return [`SAVE OUTFILE='${name}.sav' /KEEP=`, ...fillLines(names, LONGEST_LINE), '  .']
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
    case 'datetime':
    case 'string':
      return `A${Math.max(1, width)}`
    default:
      return assertNever(type)
  }
}

/** The level of measurement of each variable. */
function measurementLevels(fields: readonly Field[]): readonly string[] {
  return (['nominal', 'ordinal', 'scale'] as const).flatMap(level => {
    const names = fields.filter(field => measureOf(field) === level).map(({ name }) => name)
    if (names.length === 0) return []
    const lines = fillLines(names, LONGEST_LINE)
    return ['VARIABLE LEVEL', ...lines, `    (${level.toUpperCase()}).`]
  })
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
