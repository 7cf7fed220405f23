import { readFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { type CheckChoices, checkChoices, FRAMEWORK_FIELDS } from '../shared/model/check.ts'
import { CommandFailure } from './output.ts'

/** The place of a framework in a spreadsheet. */
export interface SheetOptions {
  readonly sheet?: string
  readonly headerRow?: number
  /** The columns of fields, by `code=B,title=C`. */
  readonly map?: NonNullable<CheckChoices['columns']>
  /** True, or in which way indicators without a code are numbered. */
  readonly numberCodes?: true | NonNullable<CheckChoices['numberCodes']>
  /** The fate of codes that several indicators have. */
  readonly repeatedCodes?: RepeatedCodes
  /** False to leave out the glossary of the file. */
  readonly glossary?: boolean
  /** A file with choices made before. */
  readonly mapping?: string
}

type Columns = NonNullable<CheckChoices['columns']>
type RepeatedCodes = NonNullable<CheckChoices['repeatedCodes']>

const LETTERS = /^[A-Z]{1,3}$/

/** Takes `code=B,title=C`: the column of each field, several joined by a plus sign, none for `code=`. */
export function columnMapping(text: string): Columns {
  const columns: Columns = {}
  for (const part of text.split(',')) {
    const [name = '', letters = ''] = part.split('=').map(side => side.trim())
    const field = FRAMEWORK_FIELDS.find(known => known.toLowerCase() === name.toLowerCase())
    if (!field) {
      throw new InvalidArgumentError(
        `There is no field ${name}. Choose ${FRAMEWORK_FIELDS.join(', ')}.`,
      )
    }
    const named = letters.toUpperCase().split('+').filter(Boolean)
    if (!part.includes('=') || !named.every(column => LETTERS.test(column))) {
      throw new InvalidArgumentError('Give fields and columns as code=B,title=C,section=D+E.')
    }
    columns[field] = named
  }
  return columns
}

/** Takes `section`, `number`, `first`, or the letters of a column whose text is added. */
export function repeatedCodes(text: string): RepeatedCodes {
  if (text === 'section' || text === 'number' || text === 'first') return { by: text }
  const column = text.toUpperCase()
  if (LETTERS.test(column)) return { by: 'column', column }
  throw new InvalidArgumentError('Give section, number, first, or a column such as C.')
}

/** The choices in a file: those that the page saves, or the output of `check --json`, which has them inside. */
const mappingFile = z.union([z.object({ mapping: checkChoices }), checkChoices])

function readMapping(path: string): CheckChoices {
  try {
    const read = mappingFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    return 'mapping' in read ? read.mapping : read
  } catch {
    throw new CommandFailure(
      `${path} is no mapping. Give a file that the page saved, or one with the output of workbook check --json.`,
      2,
    )
  }
}

/** The choices that the options make about a file; an option wins over what a mapping file says. */
export function choicesOf({
  sheet,
  headerRow,
  map,
  numberCodes,
  repeatedCodes: repeated,
  glossary,
  mapping,
}: SheetOptions): CheckChoices {
  const remembered = mapping === undefined ? {} : readMapping(mapping)
  const by = numberCodes === true ? 'all' : numberCodes
  return {
    ...remembered,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(map === undefined ? {} : { columns: { ...remembered.columns, ...map } }),
    ...(by === undefined ? {} : { numberCodes: by }),
    ...(repeated === undefined ? {} : { repeatedCodes: repeated }),
    ...(glossary === false ? { glossary: 'left-out' } : {}),
  }
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : JSON.stringify(text))

/** The options that have a file read again in the same way. */
export function mappingInWords({
  sheet,
  headerRow,
  columns = {},
  numberCodes,
  repeatedCodes: repeated,
  glossary,
}: CheckChoices): string {
  const map = FRAMEWORK_FIELDS.flatMap(field => {
    const letters = columns[field]
    return letters ? [`${field}=${letters.join('+')}`] : []
  })
  return [
    ...(sheet === undefined ? [] : [`--sheet ${quoted(sheet)}`]),
    ...(headerRow === undefined ? [] : [`--header-row ${headerRow}`]),
    ...(map.length === 0 ? [] : [`--map ${map.join(',')}`]),
    ...(numberCodes === undefined ? [] : [`--number-codes ${numberCodes}`]),
    ...(repeated === undefined
      ? []
      : [`--repeated-codes ${repeated.by === 'column' ? repeated.column : repeated.by}`]),
    ...(glossary === undefined ? [] : ['--no-glossary']),
  ].join(' ')
}
