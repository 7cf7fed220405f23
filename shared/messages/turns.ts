import type { OpenTurns } from '../model/turn.ts'
import { counted } from './figures.ts'

/** The sentences for whoever takes a file away while people rate; null where nobody does. */
export function openTurnsWords({ people, answers }: OpenTurns): string | null {
  if (people === 0) return null
  const rating =
    people === 1 ? '1 person is rating' : `${counted(people, 'person', 'people')} are rating`
  const given = counted(answers, 'answer', 'answers')
  return `${rating} just now. ${given} of theirs will be recorded when they hand over, and cannot be in a file before.`
}
