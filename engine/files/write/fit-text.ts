import { Buffer } from 'node:buffer'

/** As much of a text as fits into some bytes of UTF-8, with an ellipsis where it was cut. */
export function fitBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > most - ELLIPSIS.length) break
    kept += segment
  }
  return `${kept.trimEnd()}${ELLIPSIS}`
}

/** As much of a text as fits into some characters, with an ellipsis where it was cut. */
export function fitCharacters(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - ELLIPSIS.length)
    .join('')
    .trimEnd()}${ELLIPSIS}`
}

const ELLIPSIS = '...'
