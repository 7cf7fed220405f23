import { plainMarkup } from './sheet-facts.ts'

/** A cell of a web page's table, up to whatever ends it: its own end tag may be left out. */
const CELL =
  /(<t[dh](?=[\s/>])[^<>]*>)([\s\S]*?)(?:<\/t[dh]\s*>|(?=<\/?(?:t[dhr]|table|tbody|thead|tfoot)(?=[\s/>]))|$)/gi

const COMMENT = /<!--[\s\S]*?-->/g
const NOT_SHOWN = /<(script|style|template)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi
const BREAK = /<br\b[^<>]*>/gi
/** Elements that begin a line of their own: a paragraph, an item of a list. */
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

/** The names of the characters from U+00A0 to U+00FF, in their order, as HTML has them. */
const LATIN_NAMES = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg
  plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34
  iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
  Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
  Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
  egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde
  ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
`

/** The other names that word processors and case systems write. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  bull: '•',
  hellip: '…',
  prime: '′',
  Prime: '″',
  euro: '€',
  trade: '™',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  minus: '−',
  ne: '≠',
  le: '≤',
  ge: '≥',
  asymp: '≈',
  infin: '∞',
  check: '✓',
  dagger: '†',
  Dagger: '‡',
  permil: '‰',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  apos: "'",
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Yuml: 'Ÿ',
}

/** The parser knows these itself, and a `<` must not become a tag before it parsed the tags. */
const LEFT_TO_THE_PARSER = new Set(['nbsp', 'amp', 'lt', 'gt', 'quot'])

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...LATIN_NAMES.trim()
    .split(/\s+/)
    .map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries(OTHER_NAMES),
])

/** Puts the characters in place of their names: `&pound;` becomes £. Unknown names stay as they are. */
export function nameEntities(text: string): string {
  return text.replace(/&([A-Za-z]{2,8}\d{0,2});/g, (entity, name: string) =>
    LEFT_TO_THE_PARSER.has(name) ? entity : (CHARACTERS.get(name) ?? entity),
  )
}
