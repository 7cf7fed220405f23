const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

const decimals = (digits: number) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const oneDecimal = decimals(1)
const twoDecimals = decimals(2)

/** The placeholder for a missing figure: never 0. */
export const NO_FIGURE = '–'

const orNone = (format: Intl.NumberFormat) => (figure: number | null) =>
  figure === null ? NO_FIGURE : format.format(figure)

/** A count, such as `1,060`. */
export const formatCount = (count: number): string => whole.format(count)

/** A figure to one decimal, as for medians and quartiles; a dash for none. */
export const formatOne = orNone(oneDecimal)

/** A figure to two decimals, as for means; a dash for none. */
export const formatTwo = orNone(twoDecimals)

/** A share from 0 to 1 as whole per cent; a dash for none. */
export const formatShare = orNone(share)

/** A count with its noun: `1 workshop`, `3 workshops`. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** Names the letters for which a picture has boxes; without a full stop. */
export const notDrawnWords = (letters: readonly string[]): string =>
  `No font of this computer has ${letters.slice(0, 8).join(' ')}${letters.length > 8 ? ' and others' : ''}: boxes stand for them in the picture`
