import type { FrameworkField } from '../../../../shared/model/check.ts'
import type { Sheet } from '../../../files/spreadsheet/spreadsheet.ts'
import { oneLine } from './cell-text.ts'

type Fields = ReadonlyMap<FrameworkField, readonly number[]>

/** `C1.2 Children feel safe`, `1.1: Visits`, `3) Plans`: a code, and after it the words. */
const CODED =
  /^\(?([A-Z]{1,4}[.\-/]?\d{1,4}(?:[.\-/]\d{1,4}){0,4}[a-z]?|\d{1,4}(?:\.\d{1,4}){1,4}[a-z]?|\d{1,3}(?=[.):]))[.):]{0,2}\s+(?=\S)/

/** Nearly all must begin with a code of their own; hardly any title merely begins with a number. */
const MOST = 0.8
const FEWEST = 2

const codeOf = (text: string): string => CODED.exec(oneLine(text))?.[1] ?? ''

/** True if the titles begin with the codes, so that one column holds both. */
export function isCodeInTitle(fields: Fields): boolean {
  const [code] = fields.get('code') ?? []
  return code !== undefined && (fields.get('title')?.includes(code) ?? false)
}

/** The code at the start of a title; empty if there is none. */
export function codeInTitle(text: string): string {
  return codeOf(text)
}

/** A title without the code at its start. */
export function titleWithoutCode(text: string): string {
  return codeOf(text) === '' ? text : text.trimStart().replace(CODED, '')
}

/**
 * The fields of a table without a column of codes: where nearly every title begins with a code of its
 * own, its column is that of the codes too.
 */
export function withCodeInTitle({ rows }: Sheet, headerRow: number, fields: Fields): Fields {
  const [title, ...more] = fields.get('title') ?? []
  if (fields.has('code') || title === undefined || more.length > 0) return fields
  const titles = rows
    .filter(({ number, cells }) => number > headerRow && cells.length > 1)
    .flatMap(({ cells }) => cells.filter(([column]) => column === title).map(([, text]) => text))
  const codes = titles.map(codeOf).filter(code => code !== '')
  const different = new Set(codes).size
  return different >= FEWEST && different >= titles.length * MOST
    ? new Map([...fields, ['code', [title]]])
    : fields
}

/** A code by which it is compared with others: without case and without spaces of any kind. */
export const plainCode = (code: string): string => code.replace(/\s+/g, '').toLowerCase()
