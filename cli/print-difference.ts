import { assertNever } from '../shared/assert-never.ts'
import { FIELD_NAMES, placeInWords } from '../shared/messages/versions.ts'
import type {
  ChangedIndicator,
  VersionChange,
  VersionComparison,
  VersionDecision,
  VersionQuestion,
} from '../shared/model/versions.ts'
import { counted, print } from './output.ts'

/** Every change, with the old and the new text. */
export function printDifference({ difference, ratings }: VersionComparison): void {
  for (const change of difference.changes) {
    const rated = ratings[change.indicator] ?? 0
    const note = rated === 0 ? '' : ` (${counted(rated, 'rating')})`
    for (const line of linesOf(change, note)) print(line)
  }
}

function linesOf(change: VersionChange, note: string): readonly string[] {
  const { code, title } = change
  switch (change.kind) {
    case 'added':
      return [`added ${code}: ${title}${change.splitFrom ? `, a part of ${change.splitFrom}` : ''}`]
    case 'removed':
      return [`removed ${code}: ${title}${note}`]
    case 'split':
      return [`split ${code}: ${title}${note}, into ${change.into.join(', ')}`]
    case 'changed':
      return linesOfChanged(change, note)
    default:
      return assertNever(change)
  }
}

function linesOfChanged(change: ChangedIndicator, note: string): readonly string[] {
  const { code, isRestored, recoded, moved, reworded } = change
  return [
    ...(isRestored ? [`brought back ${code}${note}`] : []),
    ...(recoded ? [`recoded ${recoded.before} to ${recoded.after}${note}`] : []),
    ...(moved
      ? [`moved ${code}${note} from ${placeInWords(moved.before)} to ${placeInWords(moved.after)}`]
      : []),
    ...reworded.flatMap(({ field, before, after }) => [
      `reworded ${code}${note}, ${FIELD_NAMES[field].toLowerCase()}`,
      `  - ${before.replace(/\s+/g, ' ')}`,
      `  + ${after.replace(/\s+/g, ' ')}`,
    ]),
  ]
}

/** What a person has still to decide, each with the option that would. */
export function printQuestions(questions: readonly VersionQuestion[]): void {
  for (const { code, title, reason, candidates, suggested } of questions) {
    print(`to decide ${code}: ${title} (${reason})`)
    for (const each of candidates) {
      const likeness = `${Math.round(each.likeness * 100)} % alike`
      print(`  ${each.code}: ${each.title} (${likeness}${each.inUse ? '' : ', retired'})`)
    }
    print(`  suggested: ${optionFor(suggested, candidates)}`)
  }
}

function optionFor(decision: VersionDecision, candidates: VersionQuestion['candidates']): string {
  if (decision.means === 'new') return `--new ${decision.code}`
  const old = candidates.find(({ indicator }) => indicator === decision.indicator)?.code ?? ''
  return `--${decision.means} ${decision.code}=${old}`
}
