import { describe, expect, it } from 'vitest'
import { decodeText, parseCsv } from '../../../../engine/files/spreadsheet/parse-csv.ts'

/** Each row as its number and its texts, blank cells left out. */
function rowsOf(text: string) {
  const reading = parseCsv(text)
  if (reading.kind === 'refused') return reading.code
  return reading.sheets.flatMap(({ rows }) =>
    rows.map(({ number, cells }) => [number, ...cells.map(([, cell]) => cell)]),
  )
}

const TABLE = [
  [1, 'code', 'title'],
  [2, 'A1', 'One, two'],
  [3, 'A2', 'Three; four'],
]

describe('delimited text', () => {
  it.each([
    ['commas', 'code,title\nA1,"One, two"\nA2,Three; four\n'],
    ['semicolons', 'code;title\nA1;One, two\nA2;"Three; four"\n'],
    ['tabs', 'code\ttitle\nA1\tOne, two\nA2\tThree; four\n'],
    ['a named separator', 'sep=;\r\ncode;title\r\nA1;One, two\r\nA2;"Three; four"\r\n'],
    ['old line ends', 'code,title\rA1,"One, two"\rA2,Three; four'],
    ['mixed line ends', 'code,title\r\nA1,"One, two"\nA2,Three; four'],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toEqual(TABLE)
  })

  it('is told by its rows, not by the commas in its prose', () => {
    const prose = 'one, two, three, four, five, six'
    expect(rowsOf(`Draft, of March, for comment\ncode;title\nA1;${prose}\nA2;${prose}`)).toEqual([
      [1, 'Draft, of March, for comment'],
      [2, 'code', 'title'],
      [3, 'A1', prose],
      [4, 'A2', prose],
    ])
  })

  it('counts a text with line breaks as one record, and a blank line as one', () => {
    expect(rowsOf('code,title\n\nA1,"One\r\ntwo"\n , \nA2,Three')).toEqual([
      [1, 'code', 'title'],
      [3, 'A1', 'One\r\ntwo'],
      [5, 'A2', 'Three'],
    ])
  })

  it('keeps quotes inside a text, doubled or not', () => {
    expect(rowsOf('code,title\nA1,"the ""voice"" of"\nA2,the "voice" of')).toEqual([
      [1, 'code', 'title'],
      [2, 'A1', 'the "voice" of'],
      [3, 'A2', 'the "voice" of'],
    ])
  })

  it('keeps what looks like a formula, markup or a number as it was typed', () => {
    expect(rowsOf('code,title\n=1+1,<b>bold</b>\n007,1.10\n@x,-1e5')).toEqual([
      [1, 'code', 'title'],
      [2, '=1+1', '<b>bold</b>'],
      [3, '007', '1.10'],
      [4, '@x', '-1e5'],
    ])
  })

  it('is refused when a quote never closes, as half of it would be one cell', () => {
    expect(rowsOf('code,title\nA1,"One\nA2,Two\n')).toBe('open-quote')
  })
})

describe('the bytes of a text', () => {
  const TEXT = 'Cost (£): “über” – naïve'

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 as Windows writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Cost (\xa3): \x93\xfcber\x94 \x96 na\xefve', 'latin1')],
  ])('are understood in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT)
  })

  it('stay UTF-8 where a byte order mark says so, even with one bad byte', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFF£ and '), Buffer.from([0xff])])
    expect(decodeText(bytes)).toBe('£ and \uFFFD')
  })

  it('are no text when they hold zero bytes', () => {
    expect(decodeText(Buffer.from('MZ\0\0'))).toBeNull()
  })
})
