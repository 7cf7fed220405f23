import { SCRIPTS } from '../../../shared/messages/data-package.ts'
import { groupBy } from '../../group-by.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field, FieldType, TableName, ValueLabel } from '../tables/field.ts'
import type { MeasuredTable } from './measured-csv.ts'

const CLASSES: Readonly<Record<FieldType, string>> = {
  string: 'character',
  integer: 'integer',
  number: 'numeric',
  date: 'Date',
  datetime: 'character',
}

/** A text of R in ASCII, so that it is the same whatever encoding R reads scripts in. */
function quoted(text: string): string {
  const plain = text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/[\r\n\t]+/g, ' ')
  return `"${plain.replaceAll(/[^ -~]/gu, character => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
  })}"`
}

const FUNCTIONS = `as_typed <- function(x) {
  sub("^'(?='*[=+@\\\\-\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20])", "", x, perl = TRUE)
}

read_table <- function(name, types) {
  path <- file.path("data", paste0(name, ".csv"))
  read_in <- read.csv(path, encoding = "UTF-8", na.strings = "", colClasses = types,
                      check.names = FALSE)
  for (field in names(types)[types == "character"]) {
    read_in[[field]] <- as_typed(read_in[[field]])
  }
  read_in
}

with_labels <- function(x, label, value_labels = NULL, na_values = NULL) {
  if (!is.null(value_labels) && requireNamespace("haven", quietly = TRUE)) {
    return(haven::labelled_spss(x, value_labels, na_values, label = label))
  }
  attr(x, "label") <- label
  attr(x, "labels") <- value_labels
  attr(x, "na_values") <- na_values
  x
}

levels_only <- function(x) {
  plain <- as.integer(unclass(x))
  plain[plain %in% attr(x, "na_values")] <- NA
  plain
}`

/** A script that loads the tables into R as data frames, with labels of variables and values. */
export function rScript({ title }: ExportMaterial, tables: readonly MeasuredTable[]): string {
  const head = [title, ...SCRIPTS.r].map(line => `# ${quoted(line).slice(1, -1)}`)
  return `${[...head, '', FUNCTIONS, '', ...tables.map(loadTable)].join('\n')}\n`
}

function loadTable({ table }: MeasuredTable): string {
  const { name, fields } = table
  const frame = frameOf(name)
  const sets = [
    ...groupBy(
      fields.filter(({ labels }) => labels),
      setOf,
    ).values(),
  ]
  const numberOf = new Map(sets.map((set, index) => [set[0] && setOf(set[0]), index + 1]))
  return [
    `${frame} <- read_table(${quoted(name)}, c(`,
    fields.map(field => `  ${field.name} = ${quoted(CLASSES[field.type])}`).join(',\n'),
    '))',
    ...fields.filter(({ type }) => type === 'datetime').map(field => toMoment(frame, field)),
    ...sets.flatMap((set, index) => valueLabels(set[0], index + 1)),
    ...fields.map(field => labelOf(frame, field, numberOf.get(setOf(field)))),
    '',
  ].join('\n')
}

/** The data frame of a table: `levels` is a function of R's own. */
const frameOf = (name: TableName): string => (name === 'levels' ? 'scale_levels' : name)

const setOf = ({ labels, missing }: Field): string => JSON.stringify([labels, missing])

const toMoment = (table: string, { name }: Field): string =>
  `${table}$${name} <- as.POSIXct(${table}$${name}, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")`

function valueLabels(field: Field | undefined, number: number): readonly string[] {
  const { labels = [], missing = [] } = field ?? {}
  const line = ({ value, label }: ValueLabel) => `  ${quoted(label)} = ${value}`
  return [
    `scale_${number} <- c(`,
    [...labels, ...missing].map(line).join(',\n'),
    ')',
    `missing_${number} <- c(${missing.map(({ value }) => value).join(', ')})`,
  ]
}

function labelOf(table: string, { name, label }: Field, number: number | undefined): string {
  const target = `${table}$${name}`
  const labels = number === undefined ? '' : `, scale_${number}, missing_${number}`
  return `${target} <- with_labels(\n  ${target},\n  ${quoted(label)}${labels})`
}
