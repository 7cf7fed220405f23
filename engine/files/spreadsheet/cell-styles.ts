/** The looks that the styles of an Excel workbook give to cells, by the number of the style. */
export interface CellStyles {
  /** The styles that strike a text out. */
  readonly struck: ReadonlySet<number>
  /** The looks by which a text stands out from others: bold, large, indented; styles of plain text are left out. */
  readonly looks: ReadonlyMap<number, string>
}

/** Styles are read as text, and no workbook that people made has more of them. */
const LONGEST_STYLES = 4_000_000

const partOf = (styles: string, name: string): string => {
  const start = styles.search(new RegExp(`<(?:\\w+:)?${name}\\b`))
  const end = styles.search(new RegExp(`</(?:\\w+:)?${name}>`))
  return start < 0 || end < start ? '' : styles.slice(start, end)
}

/** True if a flag such as `<strike/>` is set, and not said to be off. */
const isSet = (font: string, flag: string): boolean =>
  new RegExp(`<(?:\\w+:)?${flag}(?:\\s+val="(?:1|true)")?\\s*/?>`).test(font)

const sizeOf = (font: string): string => /<(?:\w+:)?sz\s+val="([\d.]+)"/.exec(font)?.[1] ?? ''

interface Font {
  readonly isStruck: boolean
  readonly isBold: boolean
  readonly size: string
}

const toFont = (font: string): Font => ({
  isStruck: isSet(font, 'strike'),
  isBold: isSet(font, 'b'),
  size: sizeOf(font),
})

function lookOf({ isBold, size }: Font, plainSize: string, indent: string): string {
  const isLarge = size !== '' && plainSize !== '' && size !== plainSize
  return [isBold ? 'bold' : '', isLarge ? size : '', indent === '0' ? '' : `>${indent}`]
    .filter(part => part !== '' && part !== '>')
    .join(' ')
}

/** Reads the part of an Excel workbook that describes its styles. */
export function readCellStyles(part: Buffer | undefined): CellStyles {
  const struck = new Set<number>()
  const looks = new Map<number, string>()
  if (!part || part.length > LONGEST_STYLES) return { struck, looks }
  const styles = part.toString('utf8')
  const fonts = partOf(styles, 'fonts')
    .split(/<(?:\w+:)?font(?=[\s/>])/)
    .slice(1)
    .map(toFont)
  const plainSize = fonts[0]?.size ?? ''
  const formats = partOf(styles, 'cellXfs')
    .split(/<(?:\w+:)?xf(?=[\s/>])/)
    .slice(1)
  formats.forEach((format, number) => {
    const font = fonts[Number(/\bfontId="(\d+)"/.exec(format)?.[1] ?? 0)]
    if (!font) return
    if (font.isStruck) struck.add(number)
    const look = lookOf(font, plainSize, /\bindent="(\d+)"/.exec(format)?.[1] ?? '0')
    if (look !== '') looks.set(number, look)
  })
  return { struck, looks }
}
