/** Links that run something or reach into the laptop; all others merely lead somewhere. */
const UNSAFE = /^[\s\p{Cc}]*(javascript|vbscript|data|file)[\s\p{Cc}]*:|^\s*\\\\/iu

/** Whether following a link could do harm. */
export function isUnsafeLink(target: string): boolean {
  return UNSAFE.test(target)
}

/** The first text that a `HYPERLINK` formula is given, in as many quoted pieces as it is put together of. */
const LINK_OF_FORMULA = /\bHYPERLINK\s*\(\s*("(?:[^"]|"")*"(?:\s*&\s*"(?:[^"]|"")*")*)/giu

/** Whether a formula makes a link that could do harm. What it takes from other cells is not known. */
export function hasUnsafeLink(formula: string): boolean {
  return [...formula.matchAll(LINK_OF_FORMULA)].some(([, text = '']) =>
    isUnsafeLink(text.replace(/"\s*&\s*"|^"|"$/g, '')),
  )
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }

/** HTML has long been written with the numbers that Windows-1252 gives its signs: `&#146;` is ’. */
const WINDOWS = new TextDecoder('windows-1252')

const characterOf = (code: number): string =>
  code >= 0x80 && code <= 0x9f ? WINDOWS.decode(Uint8Array.of(code)) : String.fromCodePoint(code)

/** The text that XML or HTML writes with the characters that need it named or numbered. */
export function plainMarkup(text: string): string {
  return text.replace(
    /&(?:(quot|amp|lt|gt|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff ? characterOf(code) : whole
    },
  )
}
