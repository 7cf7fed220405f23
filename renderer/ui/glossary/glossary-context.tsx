import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type FindTerms, termFinder } from '../../../shared/model/glossary/find-terms.ts'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'

const NOTHING_EXPLAINED = termFinder([])

const GlossaryContext = createContext<FindTerms>(NOTHING_EXPLAINED)

interface GlossaryProviderProps {
  readonly terms: readonly GlossaryTerm[]
  readonly children: ReactNode
}

/** Hands down the words that the framework explains. */
export function GlossaryProvider({ terms, children }: GlossaryProviderProps) {
  const find = useMemo(() => termFinder(terms), [terms])
  return <GlossaryContext value={find}>{children}</GlossaryContext>
}

/** The way to find explained words in texts; without a provider nothing is explained. */
export const useTermFinder = (): FindTerms => useContext(GlossaryContext)
