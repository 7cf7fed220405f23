import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { PROTOCOL_WORDS } from '../../../shared/messages/protocol/protocol.ts'
import { NO_PROTOCOL, type WorkshopProtocol } from '../../../shared/model/protocol.ts'
import { NO_PLAN, type WorkshopPlan } from '../../../shared/model/whole-study.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { CautionIcon, PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { checkPlan, type PlanDraft, toDraft } from '../common/plan-draft.ts'
import { PlanFields } from '../common/plan-fields.tsx'
import {
  checkProtocol,
  type ProtocolDraft,
  type ProtocolProblem,
  protocolDraft,
} from '../common/protocol-draft.ts'
import { ProtocolFields } from '../common/protocol-fields.tsx'
import { summaryOf, useIndicators } from '../common/protocol-summary.ts'
import { FacilitatorsField } from './facilitators-note.tsx'
import {
  checkDraft,
  type DraftErrors,
  draftLike,
  type GroupDraft,
  newDraft,
  type WorkshopDraft,
  withGroup,
  withNewGroup,
} from './workshop-draft.ts'
import styles from './workshop-form-page.module.css'

/** Everything that a facilitator sets up. */
interface SetUp {
  readonly draft: WorkshopDraft
  readonly planned: PlanDraft
  readonly asking: ProtocolDraft
  /** The names of the groups that are ticked. */
  readonly groups: readonly string[]
}

/** Records the workshop once the draft is right, and goes to its page. */
function useRecord({ draft, planned, asking, groups }: SetUp) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<DraftErrors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isRecording, setIsRecording] = useState(false)
  const [unasked, setUnasked] = useState<ProtocolProblem | null>(null)
  const indicators = useIndicators()
  const record = async () => {
    const checked = checkDraft(draft)
    setErrors('errors' in checked ? checked.errors : {})
    // A second press while the first is on its way would add a second workshop.
    if ('errors' in checked || isRecording) return
    const plan = checkPlan(planned)
    if ('error' in plan) return setProblem(plan.error)
    const protocol = checkProtocol(asking, groups, indicators)
    setUnasked('error' in protocol ? protocol : null)
    if ('error' in protocol) return setProblem(protocol.error)
    setIsRecording(true)
    setProblem(null)
    try {
      const whole = { ...checked.details, ...protocol, ...plan }
      const { id } = await client.workshop.add({ workbook, ...whole })
      const { pin } = await client.lock.state()
      const next = pin === 'undecided' ? routes.pin : routes.workshop
      navigate(next(workbook, id), { replace: true })
    } catch (error) {
      setProblem(problemOf(error).message)
      setIsRecording(false)
    }
  }
  return { errors, problem, unasked, record }
}

interface DetailsProps {
  readonly draft: WorkshopDraft
  readonly errors: DraftErrors
  readonly onChange: (draft: WorkshopDraft) => void
}

function Details({ draft, errors, onChange }: DetailsProps) {
  return (
    <Stack gap={4}>
      <TextField
        label="Title"
        description="What people in the room would call it."
        value={draft.title}
        error={errors.title}
        onChange={title => onChange({ ...draft, title })}
      />
      <div className={styles.pair}>
        <TextField
          label="Date"
          type="date"
          value={draft.date}
          error={errors.date}
          onChange={date => onChange({ ...draft, date })}
        />
        <TextField
          label="Venue (optional)"
          value={draft.venue}
          error={errors.venue}
          onChange={venue => onChange({ ...draft, venue })}
        />
      </div>
      <FacilitatorsField
        value={draft.facilitators}
        error={errors.facilitators}
        onChange={facilitators => onChange({ ...draft, facilitators })}
      />
    </Stack>
  )
}

/** A workshop with how it was set up, to be copied. */
interface Copied {
  readonly workshop: Workshop
  readonly protocol: WorkshopProtocol
  readonly plan: WorkshopPlan
}

/** Takes over what the workshop that was added last is like and asks; nothing where there is none. */
function LikeTheLast({ onChoose }: { readonly onChoose: (copied: Copied) => void }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const workshops = useWorkbook(state => state.workshops)
  const { problem, run } = useAction()
  const last =
    workshops.state === 'ready'
      ? workshops.value.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1)
      : undefined
  if (last === undefined) return null
  const copy = () =>
    run(async () => {
      const of = { workbook, workshop: last.id }
      const protocol = await client.workshop.protocol(of)
      onChoose({ workshop: last, protocol, plan: await client.study.plan(of) })
    })
  return (
    <div>
      <Button onPress={copy}>
        Same as “<bdi>{last.title}</bdi>”
      </Button>
      <ProblemNotice problem={problem} />
    </div>
  )
}

/** The draft of everything that is set up, and the ways to change it. */
function useSetUp() {
  const [draft, setDraft] = useState(() => newDraft(new Date()))
  const [planned, setPlanned] = useState(() => toDraft(NO_PLAN))
  const [asking, setAsking] = useState(() => protocolDraft(NO_PROTOCOL, []))
  const groups = draft.groups
    .filter(({ isIncluded, name }) => isIncluded && name.trim() !== '')
    .map(({ name }) => name.trim())
  const copy = ({ workshop, protocol, plan }: Copied) => {
    setDraft(draftLike(workshop, new Date()))
    // Laptops are called after their workshop; how many people are wanted is often the same.
    setPlanned(toDraft({ ...NO_PLAN, targets: plan.targets }))
    setAsking(protocolDraft(protocol, workshop.groups))
  }
  return { setUp: { draft, planned, asking, groups }, setDraft, setPlanned, setAsking, copy }
}

interface AskingProps extends Pick<SetUp, 'asking' | 'groups'> {
  readonly problem: ProtocolProblem | null
  readonly onChange: (asking: ProtocolDraft) => void
}

/** A line that says what the workshop asks, and behind it the fields to change that. */
function Asking({ asking, groups, problem, onChange }: AskingProps) {
  const [isExpanded, setIsExpanded] = useState(false)
  const indicators = useIndicators()
  return (
    <Stack gap={1}>
      <Disclosure
        summary={`${PROTOCOL_WORDS.name} (optional)`}
        level={2}
        isExpanded={isExpanded}
        onExpandedChange={setIsExpanded}
      >
        <ProtocolFields draft={asking} {...{ groups, indicators, problem, onChange }} />
      </Disclosure>
      {!isExpanded && <p className={styles.help}>{summaryOf(asking, groups, indicators)}</p>}
    </Stack>
  )
}

/** The page on which a facilitator sets up a workshop. */
export function WorkshopFormPage() {
  const workbook = useWorkbookId()
  const { setUp, setDraft, setPlanned, setAsking, copy } = useSetUp()
  const { draft, planned, asking, groups } = setUp
  const { errors, problem, unasked, record } = useRecord(setUp)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void record()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PageHeading title="New workshop">
        <p>Everyone who rates in it has a code and belongs to one of its groups.</p>
      </PageHeading>
      <LikeTheLast onChoose={copy} />
      <Details draft={draft} errors={errors} onChange={setDraft} />
      <WorkshopGroups draft={draft} error={errors.groups} onChange={setDraft} />
      <Asking {...{ asking, groups }} problem={unasked} onChange={setAsking} />
      <Disclosure summary="Plan: laptops and people wanted (optional)" level={2}>
        <PlanFields title={draft.title} groups={groups} draft={planned} onChange={setPlanned} />
      </Disclosure>
      <ProblemNotice heading="The workshop was not added" problem={problem} />
      <div className={styles.actions}>
        <LinkButton href={routes.workshops(workbook)}>Cancel</LinkButton>
        <Button type="submit" variant="primary">
          Add the workshop
        </Button>
      </div>
    </form>
  )
}

interface GroupProps {
  readonly group: GroupDraft
  readonly onChange: (group: GroupDraft) => void
}

function Group({ group, onChange }: GroupProps) {
  const number = group.key + 1
  return (
    <li className={styles.group}>
      <Checkbox
        isSelected={group.isIncluded}
        onChange={isIncluded => onChange({ ...group, isIncluded })}
      >
        <VisuallyHidden>Use {group.name || `group ${number}`}</VisuallyHidden>
      </Checkbox>
      <TextField
        label={`Name of group ${number}`}
        isLabelHidden
        value={group.name}
        isDisabled={!group.isIncluded}
        onChange={name => onChange({ ...group, name })}
      />
    </li>
  )
}

interface WorkshopGroupsProps {
  readonly draft: WorkshopDraft
  readonly error: string | undefined
  readonly onChange: (draft: WorkshopDraft) => void
}

/** The stakeholder groups of a workshop: tick, rename, add. */
function WorkshopGroups({ draft, error, onChange }: WorkshopGroupsProps) {
  return (
    <fieldset className={styles.groups} aria-describedby={error && 'groups-problem'}>
      <legend className={styles.legend}>Stakeholder groups</legend>
      <p className={styles.help}>
        Results are shown for each group. Untick those that are not in the room; type over a name to
        change it.
      </p>
      <ul className={styles.list}>
        {draft.groups.map(group => (
          <Group
            key={group.key}
            group={group}
            onChange={changed => onChange(withGroup(draft, changed))}
          />
        ))}
      </ul>
      {error && (
        <p id="groups-problem" className={styles.problem} role="alert">
          <CautionIcon />
          {error}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon />} onPress={() => onChange(withNewGroup(draft))}>
          Add a group
        </Button>
      </div>
    </fieldset>
  )
}
