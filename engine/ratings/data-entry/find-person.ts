import { sameName } from '../../../shared/model/vocabulary.ts'
import { codeOnLaptop, participantFinder } from '../../people/find.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Taken } from './entry-words.ts'
import type { EnteredPerson, RowRules } from './read-table.ts'

/**
 * Prepares to tell whom the rows of a file mean by a code, a code with its laptop, an id or four words. A code that
 * nobody in the workshop has is a stranger's; one that several have is nobody's, since a guess would put one person's
 * sheet in the place of what another said.
 */
export function findPerson(store: ReadableStore, workshop: string): RowRules['personOf'] {
  const find = participantFinder(store, workshop)
  const found = new Map<string, Taken<EnteredPerson>>()
  return text => {
    const known = found.get(text) ?? personIn(text, find)
    found.set(text, known)
    return known
  }
}

function personIn(text: string, find: ReturnType<typeof participantFinder>): Taken<EnteredPerson> {
  const [only, ...others] = find(text)
  if (only && others.length > 0) {
    const people = [only, ...others].map(({ name, id }) => ({ name, id }))
    return { wrong: { code: 'ambiguous-participant', data: { text, people } } }
  }
  if (only) {
    const { id, name, group } = only
    return { value: { key: id, name, known: { id, group } } }
  }
  if (isMeantForSomebody(text, find)) {
    return { wrong: { code: 'unknown-participant', data: { text } } }
  }
  return { value: { key: sameName(text), name: text, known: null } }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Tests whether a text that names nobody was meant for somebody, as an id or a code with a wrong laptop is. */
function isMeantForSomebody(text: string, find: ReturnType<typeof participantFinder>): boolean {
  const named = codeOnLaptop(text)
  return (
    ID.test(text) || (text.endsWith(')') && named !== null) || find(named?.code ?? '').length > 0
  )
}
