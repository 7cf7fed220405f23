import { useCallback, useEffect, useState } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import { RESOLUTION_RULE_WORDS } from '../../../shared/messages/packages.ts'
import {
  type ConflictList,
  RESOLUTION_RULES,
  type ResolutionRule,
} from '../../../shared/model/conflict.ts'
import { type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { LOADING, type Loadable, refreshed, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import { ConflictItem } from './conflict-item.tsx'
import styles from './conflicts-page.module.css'
import { ResolvedList } from './resolved-list.tsx'

const PER_PAGE = 10

/** The actions on conflicts, and the outcome of the last one in one sentence. */
function useResolving() {
  const client = useClient()
  const workbook = useWorkbookId()
  const doing = useAction()
  const [done, setDone] = useState<string | null>(null)
  const act = (work: () => Promise<string>) => doing.run(async () => setDone(await work()))
  return {
    ...doing,
    done,
    choose: (rating: string) =>
      act(async () => {
        const { code } = await client.conflict.resolve({ workbook, rating })
        return `${code} is settled. You find it under Settled, where it can be taken back.`
      }),
    settleByRule: (rule: ResolutionRule) =>
      act(async () => {
        const { settled, open } = await client.conflict.resolveByRule({ workbook, rule })
        return `${counted(settled, 'conflict', 'conflicts')} settled by the rule, ${open} left.`
      }),
    reopen: (settlement: string) =>
      act(async () => {
        await client.conflict.reopen({ workbook, settlement })
        return 'It is open again, in the list above.'
      }),
  }
}

interface ConflictsProps {
  readonly list: ConflictList
  readonly scale: Scale
}

function Conflicts({ list: { open, settled }, scale }: ConflictsProps) {
  const { isDoing, problem, done, choose, settleByRule, reopen } = useResolving()
  return (
    <>
      <ProblemNotice problem={problem} />
      {!problem && done && <Notice tone="positive" heading={done} announce />}
      {open.length === 0 ? (
        <NoConflicts />
      ) : (
        <>
          <ResolveByRule isBusy={isDoing} onSettle={settleByRule} />
          <section aria-labelledby="open-heading">
            <h2 id="open-heading" className={styles.heading}>
              {counted(open.length, 'open conflict', 'open conflicts')}
            </h2>
            <Paged what="conflicts" items={open} perPage={PER_PAGE}>
              {shown => (
                <ul>
                  {shown.map(conflict => (
                    <ConflictItem
                      key={conflict.sides.map(({ id }) => id).join(' ')}
                      conflict={conflict}
                      scale={scale}
                      isBusy={isDoing}
                      onChoose={choose}
                    />
                  ))}
                </ul>
              )}
            </Paged>
          </section>
        </>
      )}
      <ResolvedList settled={settled} scale={scale} onReopen={reopen} />
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
  const { conflicts, retry } = useConflicts()
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
        <Loaded from={conflicts} what="the conflicts" onRetry={retry}>
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
  readonly onSettle: (rule: ResolutionRule) => void
}

const OPTIONS = RESOLUTION_RULES.map(value => ({ value, ...RESOLUTION_RULE_WORDS[value] }))

/** Settles many at once; what the rule does not decide stays in the list. */
function ResolveByRule({ isBusy, onSettle }: ResolveByRuleProps) {
  const [rule, setRule] = useState<ResolutionRule>('same answer')
  return (
    <Disclosure summary="Settle many by a rule" level={2}>
      <div className={styles.choices}>
        <RadioGroup label="Which answer counts" options={OPTIONS} value={rule} onChange={setRule} />
        <div>
          <Button variant="primary" isPending={isBusy} onPress={() => onSettle(rule)}>
            Settle by this rule
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
  const revision = useWorkbook(
    ({ revision }) => revision.participants + revision.ratings + revision.rounds,
  )
  const [conflicts, setConflicts] = useState<Loadable<ConflictList>>(LOADING)
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await toLoadable(client.conflict.list({ workbook }))
      if (isWanted()) setConflicts(before => refreshed(before, answer))
    },
    [client, workbook],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to read.
  useEffect(() => {
    let isWanted = true
    void read(() => isWanted)
    return () => {
      isWanted = false
    }
  }, [read, revision])
  return { conflicts, retry: () => void read(() => true) }
}
