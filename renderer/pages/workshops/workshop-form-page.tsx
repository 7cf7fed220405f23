import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { NO_PLAN } from '../../../shared/model/whole-study.ts'
import { routes } from '../../app/routes.ts'
import { problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
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

/** Records the workshop once the draft is right, and goes to its page. */
function useRecord(draft: WorkshopDraft, planned: PlanDraft) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<DraftErrors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isRecording, setIsRecording] = useState(false)
  const record = async () => {
    const checked = checkDraft(draft)
    setErrors('errors' in checked ? checked.errors : {})
    // A second press while the first is on its way would add a second workshop.
    if ('errors' in checked || isRecording) return
    const plan = checkPlan(planned)
    if ('error' in plan) return setProblem(plan.error)
    setIsRecording(true)
    setProblem(null)
    try {
      const { id } = await client.workshop.add({ workbook, ...checked.details })
      await client.study.setPlan({ workbook, workshop: id, plan: plan.plan })
      const { pin } = await client.lock.state()
      const next = pin === 'undecided' ? routes.pin : routes.workshop
      navigate(next(workbook, id), { replace: true })
    } catch (error) {
      setProblem(problemOf(error).message)
      setIsRecording(false)
    }
  }
  return { errors, problem, record }
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

/** Takes over title, venue and groups of the workshop that was added last; nothing where there is none. */
function LikeTheLast({ onChoose }: { readonly onChoose: (draft: WorkshopDraft) => void }) {
  const workshops = useWorkbook(state => state.workshops)
  const last =
    workshops.state === 'ready'
      ? workshops.value.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1)
      : undefined
  if (last === undefined) return null
  return (
    <div>
      <Button onPress={() => onChoose(draftLike(last, new Date()))}>Same as “{last.title}”</Button>
    </div>
  )
}

/** The page on which a facilitator sets up a workshop. */
export function WorkshopFormPage() {
  const workbook = useWorkbookId()
  const [draft, setDraft] = useState(() => newDraft(new Date()))
  const [planned, setPlanned] = useState(() => toDraft(NO_PLAN))
  const { errors, problem, record } = useRecord(draft, planned)
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
      <LikeTheLast onChoose={setDraft} />
      <Details draft={draft} errors={errors} onChange={setDraft} />
      <WorkshopGroups draft={draft} error={errors.groups} onChange={setDraft} />
      <Disclosure summary="Plan: laptops and people wanted (optional)" level={2}>
        <PlanFields
          title={draft.title}
          groups={draft.groups
            .filter(({ isIncluded, name }) => isIncluded && name.trim() !== '')
            .map(({ name }) => name.trim())}
          draft={planned}
          onChange={setPlanned}
        />
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
