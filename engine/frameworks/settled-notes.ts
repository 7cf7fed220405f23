import type { CheckChoices } from '../../shared/model/check.ts'
import { cellName, cellPlace } from '../files/cell-names.ts'
import type { Candidate } from './candidate.ts'
import { cellText } from './cell-text.ts'
import type { Finding } from './finding.ts'
import { groupBy } from './group-by.ts'

type Notes = CheckChoices['notes']

/** The indicators with the notes that a person loads them with, below those of the file. */
export function withNotes(
  candidates: readonly Candidate[],
  notes: Notes = [],
): readonly Candidate[] {
  if (notes.length === 0) return candidates
  const byRow = groupBy(notes, ({ cell }) => cellPlace(cell).row)
  return candidates.map(candidate => {
    const added = (byRow.get(candidate.row) ?? []).map(({ text }) => cellText(text))
    const lines = [candidate.texts.notes, ...added].filter(line => line !== '')
    return { ...candidate, texts: { ...candidate.texts, notes: lines.join('\n') } }
  })
}

/** The findings but for warnings of cells that a person wrote a note about: those are settled. */
export function withoutNoted(findings: readonly Finding[], notes: Notes = []): readonly Finding[] {
  const noted = new Set(notes.map(({ cell }) => cell))
  return findings.filter(
    ({ severity, column, row }) => severity === 'error' || !noted.has(cellName(column, row)),
  )
}
