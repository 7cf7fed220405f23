import { assertNever } from '../../assert-never.ts'
import type { Refusal } from '../../model/check.ts'
import type { GlossaryProblem, GlossaryReading } from '../../model/glossary/reading.ts'
import { refusalMessage } from '../check.ts'
import { counted, formatCount } from '../figures.ts'

/** The sentence for a problem of a glossary: what is wrong, and what became of it. */
export function glossaryProblemMessage(problem: GlossaryProblem): string {
  switch (problem.code) {
    case 'no-meaning':
      return `“${problem.data.term}” has no meaning, so it is left out.`
    case 'no-term':
      return 'A meaning stands here without a term, so it is left out.'
    case 'two-meanings':
      return `“${problem.data.term}” has another meaning in ${problem.data.first}, which is the one that is taken.`
    case 'long-term':
      return `“${problem.data.term}” is longer than a term may be, ${formatCount(problem.data.most)} letters, so it is left out.`
    case 'long-meaning':
      return `The meaning of “${problem.data.term}” is longer than ${formatCount(problem.data.most)} letters, so it is left out.`
    case 'too-many':
      return `A glossary may have ${formatCount(problem.data.terms)} terms and ${formatCount(problem.data.letters)} letters; those from here on are left out.`
    default:
      return assertNever(problem)
  }
}

/** The place of a problem, as people look for it. */
export const glossaryPlace = ({ sheet, cell }: Pick<GlossaryProblem, 'sheet' | 'cell'>): string =>
  `${sheet}, ${cell}`

/** The glossary of a file in one line: how many terms, and from where. */
export function glossaryFound({ terms, sources }: GlossaryReading): string {
  const places = sources.map(({ sheet, column }) =>
    column === null ? `the sheet ${sheet}` : `column ${column} of ${sheet}`,
  )
  return `${counted(terms.length, 'term', 'terms')} from ${places.join(' and ')}`
}

/** The reason why no glossary is read from a file. */
export function glossaryRefusalMessage(file: string, refused: Refusal): string {
  return refused.code === 'no-table'
    ? `${file} has no glossary. It needs a column of terms and one of meanings, under headings such as term and meaning.`
    : refusalMessage(file, refused)
}
