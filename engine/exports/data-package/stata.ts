import { SCRIPTS } from '../../../shared/messages/data-package.ts'
import { fitCharacters } from '../../files/write/fit-text.ts'
import { groupBy } from '../../group-by.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field, ValueLabel } from '../tables/field.ts'
import type { MeasuredTable } from './measured-csv.ts'
import { fillLines } from './script-text.ts'

// What Stata takes: names of 32 characters, labels of variables and data of 80. Lines may be longer
// than anybody wants to read.
const LABEL = 80
const LONGEST_LINE = 100

/** The letters by which Stata tells missing values apart. */
const MISSING_LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Text between compound quotes, in which neither a macro nor a quote has a meaning of its own; a straight apostrophe
 * after a quotation mark would end them, so it is a curly one.
 */
const quoted = (text: string): string => {
  const plain = fitCharacters(text, LABEL)
    .replaceAll('`', "'")
    .replaceAll(`"'`, '"’')
    .replaceAll('$', '\\$')
  return `\`"${plain}"'`
}

/** Commands that load the tables into Stata and save each as a data set with labels. */
export function stataScript({ title }: ExportMaterial, tables: readonly MeasuredTable[]): string {
  const head = [title, ...SCRIPTS.stata].map(line => `* ${line.replaceAll(/[\r\n]+|\/[/*]/g, ' ')}`)
  return `${[...head, 'version 14', '', ...tables.map(loadTable)].join('\n')}\n`
}

function loadTable({ table, path, guarded }: MeasuredTable): string {
  const { name, title, fields } = table
  return [
    `import delimited using "${path}", ///`,
    '  delimiter(",") bindquotes(strict) varnames(1) case(preserve) encoding("UTF-8") ///',
    `  ${columnsOf(fields)} clear`,
    ...fields.flatMap((field, index) => (guarded[index] ? [asTyped(field)] : [])),
    ...fields.flatMap(toTime),
    `label data ${quoted(title)}`,
    ...fields.map(({ name: of, label }) => `label variable ${of} ${quoted(label)}`),
    ...valueLabels(fields),
    `save "${name}.dta", replace`,
    '',
  ].join('\n')
}

/** Takes away the apostrophe before text that a spreadsheet could take for a formula. */
const asTyped = ({ name }: Field): string =>
  `replace ${name} = usubstr(${name}, 2, .) if ustrregexm(${name}, "^'+[=+@\\-\\t\\r\\n＝＋－＠]")`

/** A day or a moment as Stata counts them, in the place of the text that was read. */
function toTime({ name, type }: Field): readonly string[] {
  if (type !== 'date' && type !== 'datetime') return []
  const [made, format] =
    type === 'date'
      ? [`date(${name}, "YMD")`, '%tdCCYY-NN-DD']
      : [
          `clock(substr(${name}, 1, 10) + " " + substr(${name}, 12, 12), "YMDhms")`,
          '%tcCCYY-NN-DD_HH:MM:SS',
        ]
  return [
    `generate double _time = ${made}`,
    `order _time, after(${name})`,
    `drop ${name}`,
    `rename _time ${name}`,
    `format ${name} ${format}`,
  ]
}

/** Every column by its kind: left to guess, Stata takes an empty one for whatever it likes. */
function columnsOf(fields: readonly Field[]): string {
  const isText = ({ type }: Field) => type !== 'integer' && type !== 'number'
  const places = (wanted: boolean) =>
    ranges(fields.flatMap((field, index) => (isText(field) === wanted ? [index + 1] : [])))
  const [texts, numbers] = [places(true), places(false)]
  return [
    ...(texts === '' ? [] : [`stringcols(${texts})`]),
    ...(numbers === '' ? [] : [`numericcols(${numbers})`]),
    'asdouble',
  ].join(' ')
}

/** Numbers in Stata's way of listing them: `1/3 5`. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}/${to}`)).join(' ')
}

function valueLabels(fields: readonly Field[]): readonly string[] {
  const sets = groupBy(
    fields.filter(({ labels }) => labels),
    ({ labels, missing }) => JSON.stringify([labels, missing]),
  )
  return [...sets.values()].flatMap((set, index) => {
    const [{ labels = [], missing = [] } = {}] = set
    const names = set.map(({ name }) => name)
    const lettered = missing.map((of, at) => ({ ...of, letter: `.${MISSING_LETTERS[at]}` }))
    return [
      ...(lettered.length > 0 ? [continued(`mvdecode`, names, decodeList(lettered))] : []),
      `label define scale${index + 1} ///`,
      [
        ...labels.map(({ value, label }) => `  ${value} ${quoted(label)}`),
        ...lettered.map(({ letter, label }) => `  ${letter} ${quoted(label)}`),
        '  , replace',
      ].join(' ///\n'),
      continued('label values', names, `scale${index + 1}`),
    ]
  })
}

const decodeList = (lettered: readonly (ValueLabel & { readonly letter: string })[]): string =>
  `, mv(${lettered.map(({ value, letter }) => `${value}=${letter}`).join(' \\ ')})`

const continued = (command: string, names: readonly string[], end: string): string =>
  [command, ...fillLines(names, LONGEST_LINE), `  ${end}`].join(' ///\n')
