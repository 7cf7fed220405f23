import { useState } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import { RESOLUTION_RULE_WORDS } from '../../../shared/messages/packages.ts'
import { laptopFinder } from '../../../shared/messages/whole-study.ts'
import {
  type Conflict,
  type ConflictList,
  type DecisionNote,
  RESOLUTION_RULES,
  type ResolutionRule,
} from '../../../shared/model/conflict.ts'
import { type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import { BatchList } from './batch-list.tsx'
import { ConflictFilters } from './conflict-filters.tsx'
import { ConflictGroupSection } from './conflict-group.tsx'
import styles from './conflicts-page.module.css'
import { Descriptions } from './descriptions.tsx'
import { DisputedHands } from './disputed-hands.tsx'
import { EVERYTHING, groupConflicts, inOrderOf, isShown, keyOf, nextKey } from './groups.ts'
import { ResolvedList } from './resolved-list.tsx'
import { SettleManyDialog } from './settle-many.tsx'
import { type ManyToSettle, type Resolving, useResolving } from './use-resolving.ts'

interface ConflictsProps {
  readonly list: ConflictList
  readonly scale: Scale
}

const NO_NOTE: DecisionNote = { reason: '', decidedBy: '' }

function Conflicts({ list, scale }: ConflictsProps) {
  const { open, descriptions, hands, settled, batches, laptops } = list
  const [note, setNote] = useState(NO_NOTE)
  const [isBlind, setIsBlind] = useState(false)
  const [many, setMany] = useState<ManyToSettle | null>(null)
  const resolving = useResolving(note)
  const { problem, done, last, undo } = resolving
  const nameOf = laptopFinder(laptops)
  return (
    <>
      <ProblemNotice problem={problem} />
      {!problem && done && (
        <Notice
          tone="positive"
          heading={done}
          announce
          actions={last && <Button onPress={undo}>Take it back</Button>}
        />
      )}
      <Descriptions descriptions={descriptions} resolving={resolving} nameOf={nameOf} />
      <DisputedHands rooms={hands} />
      {open.length + descriptions.length + hands.length === 0 && <NoConflicts />}
      {open.length > 0 && (
        <OpenConflicts
          open={open}
          scale={scale}
          isBlind={isBlind}
          onBlind={setIsBlind}
          resolving={resolving}
          nameOf={nameOf}
          onMany={setMany}
        />
      )}
      {many && (
        <SettleManyDialog
          many={many}
          resolving={resolving}
          note={note}
          onChange={setNote}
          onClose={() => setMany(null)}
        />
      )}
      {/* What was settled says by which rule, and so which answer was the later one. */}
      {!(isBlind && open.length > 0) && (
        <>
          <BatchList batches={batches} onReopen={resolving.reopenMany} />
          <ResolvedList settled={settled} scale={scale} onReopen={resolving.reopen} />
        </>
      )}
    </>
  )
}

interface OpenConflictsProps {
  readonly open: readonly Conflict[]
  readonly scale: Scale
  readonly isBlind: boolean
  readonly onBlind: (isBlind: boolean) => void
  readonly resolving: Resolving
  readonly nameOf: (device: string) => string
  readonly onMany: (many: ManyToSettle) => void
}

const GROUPS_PER_PAGE = 12

/** The open conflicts by person and cause, narrowed down where somebody wants that. */
function OpenConflicts(props: OpenConflictsProps) {
  const { open, scale, isBlind, onBlind, resolving, nameOf, onMany } = props
  const [filter, setFilter] = useState(EVERYTHING)
  const [next, setNext] = useState<string | null>(null)
  const shown = open.filter(conflict => isShown(conflict, filter))
  // A group of which something was settled is smaller, and would go from under the hands of whoever settles it.
  const [order] = useState(() => groupConflicts(open, isBlind).map(({ key }) => key))
  const groups = inOrderOf(groupConflicts(shown, isBlind), order)
  const among = shown.flatMap(({ sides }) => sides[0]?.id ?? [])
  return (
    <>
      <h2 className={styles.heading}>{counted(open.length, 'open conflict', 'open conflicts')}</h2>
      <ConflictFilters
        open={open}
        filter={filter}
        isBlind={isBlind}
        nameOf={nameOf}
        onChange={setFilter}
      />
      <Row gap={[2, 5]} align="center" wrap>
        <Switch
          isSelected={isBlind}
          onChange={blind => {
            onBlind(blind)
            // Which laptop was chosen would go on telling whose answers these are.
            setFilter({ ...filter, laptop: null })
          }}
        >
          Hide person, laptop, time and order
        </Switch>
        <p className={styles.about}>
          Keys on a question: 1 or 2 chooses, n goes on, u takes the last one back.
        </p>
      </Row>
      {!isBlind && (
        <ResolveByRule
          isBusy={resolving.isDoing}
          shown={shown.length}
          onSettle={rule =>
            onMany({ way: { by: 'rule', rule }, among, title: RESOLUTION_RULE_WORDS[rule].label })
          }
        />
      )}
      {groups.length === 0 && <p>No open conflict is left under these choices.</p>}
      <Paged
        what="groups of conflicts"
        items={groups}
        perPage={GROUPS_PER_PAGE}
        goTo={groups.findIndex(group => group.conflicts.some(one => keyOf(one) === next))}
      >
        {some =>
          some.map(group => (
            <ConflictGroupSection
              key={group.key}
              group={group}
              scale={scale}
              isBlind={isBlind}
              isOnly={groups.length === 1}
              next={next}
              resolving={resolving}
              nameOf={nameOf}
              onMany={onMany}
              onLeave={key => setNext(nextKey(groups, key))}
            />
          ))
        }
      </Paged>
    </>
  )
}

function NoConflicts() {
  const workbook = useWorkbookId()
  return (
    <EmptyState
      heading="No open conflicts"
      actions={<LinkButton href={routes.results(workbook)}>See the results</LinkButton>}
    >
      <p>
        A conflict is a question that one person has two answers to, as when they rated on one
        laptop and their paper sheet was keyed in on another. Nobody has any now.
      </p>
    </EmptyState>
  )
}

/** The questions that one person has two answers to, with both sides, and what was settled. */
export function ConflictsPage() {
  const { answer, retry } = useConflicts()
  const info = useWorkbook(state => state.info)
  return (
    <Stack gap={5}>
      <PageHeading title="Conflicts">
        <p>
          Both answers are kept whatever you choose. The one that counts goes into the results; a
          choice can be taken back.
        </p>
      </PageHeading>
      <UnlessRating workshops={null} mayLook>
        <Loaded from={answer} what="the conflicts" onRetry={retry}>
          {list =>
            info.state === 'ready' && <Conflicts list={list} scale={scaleOf(info.value.scale)} />
          }
        </Loaded>
      </UnlessRating>
    </Stack>
  )
}

interface ResolveByRuleProps {
  readonly isBusy: boolean
  /** The number of conflicts in sight, which the rule is for. */
  readonly shown: number
  readonly onSettle: (rule: ResolutionRule) => void
}

const OPTIONS = RESOLUTION_RULES.map(value => ({ value, ...RESOLUTION_RULE_WORDS[value] }))

/** Settles all that are in sight by a rule; what the rule does not decide stays in the list. */
function ResolveByRule({ isBusy, shown, onSettle }: ResolveByRuleProps) {
  const [rule, setRule] = useState<ResolutionRule>('same answer')
  return (
    <Disclosure summary="Settle many by a rule" level={3}>
      <div className={styles.choices}>
        <RadioGroup label="Which answer counts" options={OPTIONS} value={rule} onChange={setRule} />
        <div>
          <Button
            variant="primary"
            isPending={isBusy}
            isDisabled={shown === 0}
            onPress={() => onSettle(rule)}
          >
            See what this rule decides of {counted(shown, 'conflict', 'conflicts')}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

/** The open conflicts and the settlements that hold, read again whenever ratings or people change. */
function useConflicts() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(({ revision: of }) =>
    [of.participants, of.ratings, of.rounds].join(' '),
  )
  return useQuery(revision, () => client.conflict.list({ workbook }))
}
