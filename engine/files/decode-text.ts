const UTF8_BOM = [0xef, 0xbb, 0xbf]
const UTF16_BOMS = [
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file in the encodings that spreadsheets save: UTF-8, UTF-16 with a byte order mark,
 * and, for what is neither, the Windows-1252 of an older Excel. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = UTF16_BOMS.find(({ bom }) => startsWith(bytes, bom))
  const text = utf16
    ? new TextDecoder(utf16.encoding).decode(bytes)
    : // A file that says it is UTF-8 stays so, or one cut-off letter would garble every other one.
      startsWith(bytes, UTF8_BOM)
      ? new TextDecoder('utf-8').decode(bytes)
      : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  return text.includes('\0') ? null : text
}
