import type {
  CodedGlossaryProblem,
  GlossaryProblem,
} from '../../../shared/model/glossary/reading.ts'
import {
  formKey,
  GLOSSARY_LIMITS,
  type GlossaryTerm,
} from '../../../shared/model/glossary/terms.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import { excerpt, plainName } from '../read/words/cell-text.ts'

/** A place in a file: row and column are counted from 1. */
interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** A term as it stands in a file, before it is held against the others. */
export interface Entry extends GlossaryTerm {
  readonly place: Place
}

/** The terms of a glossary, and what was wrong with entries that are not among them. */
export interface Collected {
  readonly terms: GlossaryTerm[]
  readonly problems: GlossaryProblem[]
}

interface Taken {
  /** The place of its term in the list. */
  readonly index: number
  readonly first: Place
}

/**
 * The terms of these entries in their order: a form belongs to the first term that has it, a term that is said again with
 * the same meaning is one, and every other entry that cannot be taken is a problem at its cell.
 */
export function collectTerms(entries: readonly Entry[]): Collected {
  const terms: GlossaryTerm[] = []
  const problems: GlossaryProblem[] = []
  const taken = new Map<string, Taken>()
  let letters = 0
  for (const { place, ...entry } of entries) {
    const known = taken.get(formKey(entry.term))
    const before = known && terms[known.index]
    const size = { terms: terms.length, letters: letters + JSON.stringify(entry).length }
    const problem = problemOf(entry, place, { before, first: known?.first, size })
    if (problem) problems.push({ ...problem, sheet: place.sheet, cell: cellOf(place) })
    if (problem?.code === 'too-many') break
    if (problem) continue
    letters = size.letters
    const index = known?.index ?? terms.length
    const isFree = (form: string): boolean => !taken.has(formKey(form))
    const forms = [...new Set(entry.forms)].filter(
      form => form !== entry.term && form.length <= GLOSSARY_LIMITS.term && isFree(form),
    )
    terms[index] = {
      ...(before ?? entry),
      plain: before?.plain || entry.plain,
      forms: [...(before?.forms ?? []), ...forms].slice(0, GLOSSARY_LIMITS.forms),
    }
    for (const form of [entry.term, ...forms]) {
      if (isFree(form)) taken.set(formKey(form), { index, first: place })
    }
  }
  return { terms, problems }
}

const cellOf = ({ column, row }: Place): string => cellName(column, row)

interface Known {
  readonly before: GlossaryTerm | undefined
  readonly first: Place | undefined
  /** The terms so far, and the letters with this entry. */
  readonly size: { readonly terms: number; readonly letters: number }
}

/** The reason why an entry is not taken; null for one that is. */
function problemOf(
  { term, meaning, plain }: GlossaryTerm,
  { sheet }: Place,
  { before, first, size }: Known,
): CodedGlossaryProblem | null {
  const { term: longest, meaning: most, terms, letters } = GLOSSARY_LIMITS
  const named = { term: excerpt(term) }
  if (term === '') return { code: 'no-term', data: {} }
  if (meaning === '') return { code: 'no-meaning', data: named }
  if (term.length > longest) return { code: 'long-term', data: { ...named, most: longest } }
  if (meaning.length > most || plain.length > most) {
    return { code: 'long-meaning', data: { ...named, most } }
  }
  if (before && first) {
    if (plainName(before.meaning) === plainName(meaning)) return null
    const place = first.sheet === sheet ? cellOf(first) : `${cellOf(first)} of ${first.sheet}`
    return { code: 'two-meanings', data: { ...named, first: place } }
  }
  const isFull = size.terms >= terms || size.letters > letters
  return isFull ? { code: 'too-many', data: { terms, letters } } : null
}
