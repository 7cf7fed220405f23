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
