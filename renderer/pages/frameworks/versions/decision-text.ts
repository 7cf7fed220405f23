import { formatShare } from '../../../../shared/messages/figures.ts'
import type {
  MatchCandidate,
  VersionDecision,
  VersionQuestion,
} from '../../../../shared/model/framework.ts'
import type { RadioOption } from '../../../ui/input/choice.tsx'

/** A decision as the key of a choice. */
export const keyOfDecision = (decision: VersionDecision): string =>
  decision.means === 'new' ? 'new' : `${decision.means} ${decision.indicator}`

/** More candidates than this are no help; the others are hardly alike. */
const OFFERED = 3

/** Every decision that a question offers, the suggested one among them. */
export function decisionsFor({ code, candidates, suggested }: VersionQuestion): VersionDecision[] {
  const offered = candidates.slice(0, OFFERED)
  const all: VersionDecision[] = [
    ...offered.map(({ indicator }) => ({ code, means: 'same' as const, indicator })),
    // What is a part of something is most like it.
    ...offered.slice(0, 1).map(({ indicator }) => ({ code, means: 'split' as const, indicator })),
    { code, means: 'new' },
  ]
  const isOffered = all.some(each => keyOfDecision(each) === keyOfDecision(suggested))
  return isOffered ? all : [suggested, ...all]
}

/** The choices of a question in words. */
export function optionsFor(question: VersionQuestion): readonly RadioOption<string>[] {
  const suggested = keyOfDecision(question.suggested)
  return decisionsFor(question).map(decision => {
    const value = keyOfDecision(decision)
    const { label, hint } = wordsOf(decision, question.candidates)
    return { value, label: value === suggested ? `${label} (suggested)` : label, hint }
  })
}

/** Says a decision in words. */
export function wordsOf(
  decision: VersionDecision,
  candidates: readonly MatchCandidate[],
): { readonly label: string; readonly hint: string } {
  if (decision.means === 'new') {
    return { label: 'It is new', hint: 'It begins without ratings.' }
  }
  const known = candidates.find(({ indicator }) => indicator === decision.indicator)
  const code = known?.code ?? ''
  const title = known?.title ?? ''
  if (decision.means === 'split') {
    return { label: `It is a part of ${code}`, hint: `${code}, which is split: ${title}` }
  }
  const alike = known ? ` (titles ${formatShare(known.likeness)} alike)` : ''
  return { label: `It is the same as ${code}`, hint: `${title}${alike}` }
}
