import { textWidth } from '../../shared/charts/text/measure.ts'
import { termFinder, termsIn } from '../../shared/model/glossary/find-terms.ts'
import { type GlossaryTerm, meaningIn } from '../../shared/model/glossary/terms.ts'
import type { Wording } from '../../shared/model/rating.ts'

/** A term as it is printed at the end of a sheet; where a long meaning goes on, the term is empty. */
export interface PrintedTerm {
  readonly term: string
  readonly meaning: string
}

/** The terms of a glossary that stand in the words of a sheet, with what they mean in its wording. */
export const termsOnSheet = (
  terms: readonly GlossaryTerm[],
  words: readonly string[],
  wording: Wording,
): readonly PrintedTerm[] =>
  termsIn(termFinder(terms), words).flatMap(found =>
    inPieces(meaningIn(wording, found)).map((meaning, place) => ({
      term: place === 0 ? [found.term, ...found.forms].join(', ') : '',
      meaning,
    })),
  )

/** The pieces of a meaning between which a page may end: none is as high as a page, whatever its letters. */
const inPieces = (meaning: string): readonly string[] =>
  meaning
    .trim()
    .replaceAll(/\s+/g, ' ')
    .match(/.{1,500}(?= |$)|.{500}/gu)
    ?.map(piece => piece.trim()) ?? []

/** The number of rows that a term takes, at letters of this size; a word that finds no room in its row takes the next. */
export function termRows({ term, meaning }: PrintedTerm, room: number, size: number): number {
  const width = textWidth(`${term} ${meaning}`, { size, weight: 'bold' })
  return Math.ceil((width / room) * 1.1)
}
