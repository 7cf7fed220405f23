import { Link } from 'wouter'
import { WORDING_WORDS } from '../../../shared/messages/results.ts'
import {
  CONFLICTS_COUNTED,
  type ComparisonScope,
  type Results,
} from '../../../shared/model/results.ts'
import {
  type ConsensusRule,
  DEFAULT_RULE,
  RULE_NAMES,
  RULES,
  testFor,
} from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { useRules } from '../../data/workbook-lists.ts'
import { Select } from '../../ui/input/choice.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './scope-panel.module.css'

const ANY = 'any'

const WORDING_OPTIONS = [
  { value: ANY, label: 'Any words on screen' },
  { value: 'title', label: WORDING_WORDS.title },
  { value: 'plain', label: WORDING_WORDS.plain },
  { value: 'easy', label: WORDING_WORDS.easy },
] as const

/** The things that can be set side by side. */
export const COMPARED = [
  { value: 'workshop', label: 'Workshops' },
  { value: 'wording', label: 'Words on screen' },
  { value: 'round', label: 'Rounds' },
] as const satisfies readonly {
  readonly value: ComparisonScope['by']
  readonly label: string
}[]

const CONFLICT_LABELS = {
  'left out': 'Left out until settled',
  provisional: 'The later one counts',
} as const

/** The rounds of the workshops in scope: one that only some of them had is a round all the same. */
function RoundOf({ workshops }: { readonly workshops: readonly string[] }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const revision = useWorkbook(state => `${state.revision.rounds} ${state.revision.ratings}`)
  const { answer } = useQuery(`${workshops.join(' ')} ${revision}`, () =>
    Promise.all(workshops.map(workshop => client.round.list({ workbook, workshop }))),
  )
  const known = answer.state === 'ready' ? answer.value.flat().map(({ round }) => round) : []
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

/** Chooses which ratings are counted: of which round, to which wording, and what of conflicts. */
export function RatingChoosers({ results }: { readonly results: Results }) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const workshops = useWorkbook(state => state.workshops)
  const all = workshops.state === 'ready' ? workshops.value.map(({ id }) => id) : []
  const inScope = scope.workshops ?? all
  const { wording: _wording, ...anyWording } = scope
  const { keys, counted } = results.conflicts
  return (
    <>
      {inScope.length > 0 && <RoundOf workshops={inScope} />}
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

/** The rules in use that are for the workbook's scale: the study's own, then the program's. */
function useRulesFor(scale: ScaleLength): readonly ConsensusRule[] {
  const { answer } = useRules()
  const own = answer.state === 'ready' ? answer.value : []
  return [
    ...own.filter(({ retired }) => !retired).map(({ rule }) => rule),
    ...RULE_NAMES.map(name => RULES[name]),
  ].filter(rule => testFor(rule, scale))
}

/** The rule of the verdicts, and the way to the page where the study's own are made. */
export function RuleChooser({ scale }: { readonly scale: ScaleLength }) {
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const rules = useRulesFor(scale)
  const { rule = DEFAULT_RULE } = scope
  const choose = (name: string) => {
    const builtIn = RULE_NAMES.find(each => each === name)
    const own = rules.find(each => each.name === name)
    const chosen = builtIn ?? own
    if (chosen) void setScope({ ...scope, rule: chosen })
  }
  return (
    <Stack gap={1}>
      <Select
        label="Rule for consensus"
        options={rules.map(({ name, title }) => ({ value: name, label: title }))}
        value={typeof rule === 'string' ? rule : rule.name}
        onChange={choose}
      />
      <Link href={routes.rules(workbook)} className={styles.more}>
        All rules, and your own
      </Link>
    </Stack>
  )
}
