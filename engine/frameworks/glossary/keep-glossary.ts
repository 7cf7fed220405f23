import { v7 as uuidv7 } from 'uuid'
import type { Glossary, GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import { appendGlossary, getCurrentGlossaries, termsOf } from '../../store/records/glossaries.ts'
import { appendSupersession } from '../../store/records/ratings.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { currentVersion } from '../versions/current-version.ts'

/**
 * The glossary of the framework, whichever of its versions is in use; null for none. Where laptops loaded different ones,
 * the one that was loaded last stands on all of them.
 */
export function currentGlossary(store: ReadableStore): Glossary | null {
  const last = getCurrentGlossaries(store).at(-1)
  if (last === undefined) return null
  const { id, recordedAt, fileName } = last
  const terms = [...termsOf(last)]
  return terms.length === 0 ? null : { id, recordedAt, fileName, terms }
}

/** A glossary on its way into a workbook; without terms it takes away the one that is there. */
export interface NewGlossary {
  readonly terms: readonly GlossaryTerm[]
  readonly fileName: string
}

/**
 * Puts a glossary in the place of the one that stands; call it inside a transaction. Returns false where that has the same
 * terms already, and nothing is stored.
 */
export function keepGlossary(
  store: WritableStore,
  { terms, fileName }: NewGlossary,
  by: { readonly device: string; readonly now: string },
): boolean {
  const before = getCurrentGlossaries(store)
  const written = JSON.stringify(terms)
  const standing = before.at(-1)?.terms ?? JSON.stringify([])
  if (before.length < 2 && standing === written) return false
  const id = uuidv7()
  appendGlossary(store, { id, terms: written, fileName, recordedAt: by.now, device: by.device })
  for (const { id: superseded } of before) appendSupersession(store, { record: id, superseded })
  return true
}

/** The absence of a glossary, which takes away the one that stands. */
export const NO_GLOSSARY: NewGlossary = { terms: [], fileName: '' }

/** Puts a glossary in the place of the one that stands, and tells which framework version it explains. */
export function loadGlossary(
  { store, device, clock }: Workbook,
  glossary: NewGlossary,
): { readonly framework: string; readonly isNew: boolean } {
  return store.transaction(() => ({
    framework: currentVersion(store).hash,
    isNew: keepGlossary(store, glossary, { device, now: clock() }),
  }))
}
