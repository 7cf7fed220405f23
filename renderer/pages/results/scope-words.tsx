import { useResults, useWorkbook } from '../../stores/workbook-context.tsx'

interface ScopeWordsProps {
  /** How many are in scope, with the noun. */
  readonly participants: string
}

/** Whose ratings the figures rest on, in words. */
export function ScopeWords({ participants }: ScopeWordsProps) {
  const scope = useResults(state => state.scope)
  const workshops = useWorkbook(state => state.workshops)
  const [group] = scope.groups ?? []
  const [workshop] = scope.workshops ?? []
  const title =
    workshops.state === 'ready'
      ? workshops.value.find(({ id }) => id === workshop)?.title
      : undefined
  return (
    <p>
      {participants}
      {group !== undefined && `, ${group} only`}
      {title !== undefined && `, from ${title} only`}
    </p>
  )
}
