import type { Words } from '../../../shared/languages/english.ts'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'

/** The name of a group in a language, if it is one of those that every workshop is offered; its own name otherwise. */
export function groupName(words: Words['groups'], group: string): string {
  const known: Readonly<Record<string, string>> = words
  return known[group] ?? group
}

/** A group by its name in the language of the page, where it has one there. */
export function GroupName({ group }: { readonly group: string }) {
  const { groups } = useWords()
  return group in groups ? (
    <bdi>{groupName(groups, group)}</bdi>
  ) : (
    <bdi {...AS_BROUGHT}>{group}</bdi>
  )
}
