/** The styles that strike texts out. */
interface StruckStyles {
  /** Styles of cells. */
  readonly cells: ReadonlySet<string>
  /** Styles of parts of a text. */
  readonly parts: ReadonlySet<string>
}

const STYLE = /<style:style\b([^<>]*[^/<>])>([\s\S]*?)<\/style:style>/g
const STRIKES = /\bstyle:text-line-through-(?:style|type)="(?!none")[^"]+"/
const CELL = /<table:table-cell\b[^<>]*[^/<>]>[\s\S]*?<\/table:table-cell>/g
const SPAN = /<text:span\b([^<>]*[^/<>])>([^<]*)<\/text:span>/g

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Styles stand before the sheets, and are looked for nowhere else. */
const stylesIn = (content: string): string => content.slice(0, content.indexOf('<office:body'))

/** The styles of an OpenDocument file that strike out what they are given to. */
export function struckStyles(content: string): StruckStyles {
  const striking = [...stylesIn(content).matchAll(STYLE)]
    .filter(([, , properties = '']) => STRIKES.test(properties))
    .map(([, tag = '']) => ({
      name: attributeOf(tag, 'style:name'),
      family: attributeOf(tag, 'style:family'),
    }))
  const ofFamily = (wanted: string): ReadonlySet<string> =>
    new Set(striking.filter(({ family }) => family === wanted).map(({ name }) => name))
  return { cells: ofFamily('table-cell'), parts: ofFamily('text') }
}

const hasText = (cell: string): boolean => /\S/.test(cell.replace(/<[^<>]*>/g, ''))

/** The attribute by which the scan and nobody else knows a cell whose text is struck out, all of it or in part. */
export const STRUCK_MARK = 'workbook-struck'

/**
 * The content without the parts of texts that are struck out, each such cell marked. A text of which nothing else
 * is left stays, as a cell that is struck out keeps its text.
 */
export function withoutStruckParts(content: string): string {
  const { parts } = struckStyles(content)
  if (parts.size === 0) return content
  const isStruck = (tag: string): boolean => parts.has(attributeOf(tag, 'text:style-name'))
  return content.replace(CELL, cell => {
    const kept = cell.replace(SPAN, (span, tag: string) => (isStruck(tag) ? '' : span))
    if (kept === cell) return cell
    const isPart = hasText(kept)
    return (isPart ? kept : cell).replace(
      '<table:table-cell',
      `<table:table-cell ${STRUCK_MARK}="${isPart ? 'part' : 'all'}"`,
    )
  })
}
