import { WORDING_WORDS } from '../../../shared/messages/results.ts'
import { CONFLICTS_COUNTED, type Results } from '../../../shared/model/results.ts'
import { useResults, useWorkbook } from '../../stores/workbook-context.tsx'
import { Select } from '../../ui/select.tsx'
import { useRounds } from '../rounds/use-rounds.ts'

const ANY = 'any'

const WORDING_OPTIONS = [
  { value: ANY, label: 'Any words on screen' },
  { value: 'title', label: WORDING_WORDS.title },
  { value: 'plain', label: WORDING_WORDS.plain },
] as const

const CONFLICT_LABELS = {
  'left out': 'Left out until settled',
  provisional: 'The later one counts',
} as const

/** The rounds of the workshop in scope, or of the first one where all are. */
function RoundOf({ workshop }: { readonly workshop: string }) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const { answer } = useRounds(workshop)
  const known = answer.state === 'ready' ? answer.value.map(({ round }) => round) : []
  const rounds = [...new Set([1, ...known, scope.round])].sort((a, b) => a - b)
  if (rounds.length === 1) return null
  return (
    <Select
      label="Round"
      options={rounds.map(round => ({ value: String(round), label: `Round ${round}` }))}
      value={String(scope.round)}
      onChange={round => void setScope({ ...scope, round: Number(round) })}
    />
  )
}

/** Which of people's ratings are counted: of which round, to which words, and what of conflicts. */
export function RatingChoosers({ results }: { readonly results: Results }) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const workshops = useWorkbook(state => state.workshops)
  const [first] = workshops.state === 'ready' ? workshops.value : []
  const workshop = scope.workshops?.[0] ?? first?.id
  const { wording: _wording, ...anyWording } = scope
  const { keys, counted } = results.conflicts
  return (
    <>
      {workshop !== undefined && <RoundOf key={workshop} workshop={workshop} />}
      <Select
        label="Words on screen"
        options={WORDING_OPTIONS}
        value={scope.wording ?? ANY}
        onChange={wording =>
          void setScope(wording === ANY ? anyWording : { ...anyWording, wording })
        }
      />
      {keys > 0 && (
        <Select
          label="Two answers of one person"
          options={CONFLICTS_COUNTED.map(value => ({ value, label: CONFLICT_LABELS[value] }))}
          value={counted}
          onChange={conflicts => void setScope({ ...scope, conflicts })}
        />
      )}
    </>
  )
}
