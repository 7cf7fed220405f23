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

/** How many bytes show whether every second one is 0, and how many of those must be. */
const LOOKED_AT = 2_000
const MOSTLY = 0.7

/**
 * The encoding of bytes that are UTF-16 without saying so: of nearly every character that people here
 * write, one byte is 0, and the other is not. Null if they are none.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, LOOKED_AT - (LOOKED_AT % 2))
  const half = Math.floor(sample.length / 2)
  if (half < 2 || bytes.length % 2 === 1) return null
  const zeros = (first: 0 | 1): number =>
    sample.filter((byte, at) => byte === 0 && at % 2 === first).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (even === 0 && odd >= half * MOSTLY) return 'utf-16le'
  return odd === 0 && even >= half * MOSTLY ? 'utf-16be' : null
}

/**
 * The text of a file in the encodings that spreadsheets save: UTF-8, UTF-16 with or without
 * a byte order mark, and, for what is neither, the Windows-1252 of an older Excel. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = UTF16_BOMS.find(({ bom }) => startsWith(bytes, bom))
  const encoding = utf16?.encoding ?? unmarkedUtf16(bytes)
  const text = encoding
    ? new TextDecoder(encoding).decode(bytes)
    : // A file that says it is UTF-8 stays so, or one cut-off letter would garble every other one.
      startsWith(bytes, UTF8_BOM)
      ? new TextDecoder('utf-8').decode(bytes)
      : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  return text.includes('\0') ? null : text
}
