import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemOf } from '../host/problem.ts'
import { routes } from '../routes.ts'
import { useClient } from '../stores/services.tsx'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { TextField } from '../ui/text-field.tsx'
import { checkDraft, type DraftErrors, newDraft, type WorkshopDraft } from './workshop-draft.ts'
import styles from './workshop-form-page.module.css'
import { WorkshopGroups } from './workshop-groups.tsx'

/** Records the workshop once the draft is right, and goes to its page. */
function useRecord(draft: WorkshopDraft) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<DraftErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isRecording, setIsRecording] = useState(false)
  const record = async () => {
    const checked = checkDraft(draft)
    setErrors('errors' in checked ? checked.errors : {})
    // A second press while the first is on its way would add a second workshop.
    if ('errors' in checked || isRecording) return
    setIsRecording(true)
    setProblem(null)
    try {
      const { id } = await client.workshop.add({ workbook, ...checked.details })
      navigate(routes.workshop(workbook, id), { replace: true })
    } catch (error) {
      setProblem(problemOf(error))
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
    <div className={styles.details}>
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
    </div>
  )
}

/** Where a facilitator sets up a workshop. */
export function WorkshopFormPage() {
  const workbook = useWorkbookId()
  const [draft, setDraft] = useState(() => newDraft(new Date()))
  const { errors, problem, record } = useRecord(draft)
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
      <Details draft={draft} errors={errors} onChange={setDraft} />
      <WorkshopGroups draft={draft} error={errors.groups} onChange={setDraft} />
      {problem && (
        <Notice tone="danger" heading="The workshop was not added" announce>
          <p>{problem.message}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <LinkButton href={routes.workshops(workbook)}>Cancel</LinkButton>
        <Button type="submit" variant="primary">
          Add the workshop
        </Button>
      </div>
    </form>
  )
}
