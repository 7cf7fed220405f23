/** Streams of an old Excel file in which its title, author and the like stand. */
const PROPERTIES = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'].map(name =>
  Buffer.from(`${name}\0`, 'utf16le'),
)

// An entry of the directory is 128 bytes: the name comes first, and the size of the stream stands here.
const ENTRY_BYTES = 128
const SIZE_AT = 120

/**
 * An old Excel file (an OLE container) whose document properties are said to be empty, in the same bytes.
 * Nobody asks for them, and a damaged count of them has the parser fill the memory before it looks at a
 * cell.
 */
export function withoutProperties(bytes: Buffer): Buffer {
  for (const name of PROPERTIES) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      if (at % ENTRY_BYTES === 0 && at + ENTRY_BYTES <= bytes.length)
        bytes.fill(0, at + SIZE_AT, at + ENTRY_BYTES)
    }
  }
  return bytes
}
