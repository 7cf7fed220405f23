import { nameEntities } from './html-entities.ts'
import { plainMarkup } from './unsafe-links.ts'

/** A cell of a web page's table, up to whatever ends it: its own end tag may be left out. */
const CELL =
  /(<t[dh](?=[\s/>])[^<>]*>)([\s\S]*?)(?:<\/t[dh]\s*>|(?=<\/?(?:t[dhr]|table|tbody|thead|tfoot)(?=[\s/>]))|$)/gi

const COMMENT = /<!--[\s\S]*?-->/g
const NOT_SHOWN = /<(script|style|template)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi
const BREAK = /<br\b[^<>]*>/gi
/** What stands on lines of its own: a paragraph, an item of a list. */
const BLOCK = /<\/?(?:p|div|li|ul|ol|h[1-6]|dd|dt)\b[^<>]*>/gi
const TAG = /<[^<>]*>/g

/** The text that a browser shows in a cell, with a line break wherever it begins a new line. */
function shownInCell(content: string): string {
  const lines = content
    .replace(NOT_SHOWN, '')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(BREAK, '\n')
    .replace(BLOCK, '\r')
    .replace(TAG, '')
    .replace(/ +/g, ' ')
    .replace(/[\r ]*\r[\r ]*/g, '\r')
    .replace(/^\r|\r$/g, '')
    .replace(/\r/g, '\n')
    .split('\n')
    .map(line => line.replace(/^ +| +$/g, ''))
  return plainMarkup(nameEntities(lines.join('\n').replaceAll('&nbsp;', '\u00a0')))
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '<br>',
}

/**
 * The page with every cell of its tables closed and holding nothing but the text that a browser shows
 * there. The parser takes the space away beside a tag, so that `<b>not</b> safe` became `notsafe`; it
 * knows few of the characters that can be written by number; and it reads two cells as one where the
 * end of the first is left out, as HTML allows.
 */
export function plainCells(page: string): string {
  return page.replace(COMMENT, '').replace(CELL, (_, start: string, content: string) => {
    const text = shownInCell(content).replace(/[&<>\n]/g, sign => ESCAPES[sign] ?? sign)
    return `${start}${text}</td>`
  })
}
