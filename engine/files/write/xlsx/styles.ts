import { xmlText } from './text.ts'

/** The look of a cell; colours are six hexadecimal figures. */
export interface CellStyle {
  readonly size?: number
  readonly isBold?: boolean
  readonly colour?: string
  readonly fill?: string
  readonly side?: 'left' | 'right'
  readonly indent?: number
  readonly wraps?: boolean
  /** The format of numbers and dates, in the format's own code. */
  readonly format?: string
  /** Open to be filled in where the sheet is protected. */
  readonly isOpen?: boolean
}

/** The styles of a file: a number for each, and the part that describes them, once all are known. */
export interface StyleTable {
  readonly idOf: (style: CellStyle) => number
  readonly xml: () => string
}

const DEFAULT_SIZE = 11

/** The numbers of formats that every program knows; a file's own begin at 164. */
const KNOWN_FORMATS: ReadonlyMap<string, number> = new Map([
  ['0', 1],
  ['0.00', 2],
  ['0%', 9],
  ['@', 49],
])
const FIRST_FORMAT = 164

/** Makes an empty table of styles. */
export function styleTable(): StyleTable {
  const fonts = listed([fontOf({})])
  const fills = listed(['<fill><patternFill patternType="none"/></fill>', GREY])
  const formats = listed([])
  const looks = listed(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  // Asked for each cell, where a style is found again by being the same object.
  const known = new Map<CellStyle, number>()
  const lookOf = (style: CellStyle): string => {
    const { fill, format } = style
    const numFmt = format === undefined ? 0 : KNOWN_FORMATS.get(format)
    return (
      `<xf numFmtId="${numFmt ?? FIRST_FORMAT + formats.at(xmlText(format ?? ''))}" ` +
      `fontId="${fonts.at(fontOf(style))}" fillId="${fill ? fills.at(fillOf(fill)) : 0}" ` +
      `borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" ` +
      `applyAlignment="1" applyProtection="1">${alignmentOf(style)}` +
      `${style.isOpen ? '<protection locked="0"/>' : ''}</xf>`
    )
  }
  const idOf = (style: CellStyle): number => {
    const id = known.get(style) ?? looks.at(lookOf(style))
    known.set(style, id)
    return id
  }
  return { idOf, xml: () => stylesPart(fonts.all(), fills.all(), formats.all(), looks.all()) }
}

const GREY = '<fill><patternFill patternType="gray125"/></fill>'

/** A list in which each text stands once. */
function listed(first: readonly string[]) {
  const places = new Map(first.map((text, at) => [text, at]))
  const at = (text: string): number => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
  return { at, all: (): readonly string[] => [...places.keys()] }
}

const fontOf = ({ size, isBold, colour }: CellStyle): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size ?? DEFAULT_SIZE}"/>` +
  `<color rgb="FF${colour ?? '000000'}"/><name val="Calibri"/><family val="2"/></font>`

const fillOf = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`

const alignmentOf = ({ side, indent, wraps }: CellStyle): string =>
  `<alignment${side ? ` horizontal="${side}"` : ''} vertical="top"` +
  `${wraps ? ' wrapText="1"' : ''}${indent ? ` indent="${indent}"` : ''}/>`

const list = (name: string, all: readonly string[]): string =>
  all.length === 0 ? '' : `<${name} count="${all.length}">${all.join('')}</${name}>`

const stylesPart = (
  fonts: readonly string[],
  fills: readonly string[],
  formats: readonly string[],
  looks: readonly string[],
): string =>
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  list(
    'numFmts',
    formats.map((code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`),
  ) +
  list('fonts', fonts) +
  list('fills', fills) +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  list('cellXfs', looks) +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>'
