import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { ChosenFile } from '../../../../shared/host.ts'
import type { CheckChoices } from '../../../../shared/model/check.ts'
import { DEFAULT_SCALE_LENGTH, type ScaleLength } from '../../../../shared/model/scale.ts'
import { routes } from '../../../app/routes.ts'
import { type Problem, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { Notice, ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { RadioGroup } from '../../../ui/input/choice.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { SCALE_OPTIONS, type ScaleKey, scaleOfKey } from '../../common/scale-options.ts'
import styles from './checked-file.module.css'
import { CheckedFile } from './checked-file.tsx'
import { FileChooser } from './file-chooser.tsx'
import { useCheck } from './use-check.ts'

/** Makes a workbook: choose the framework's file, settle what it means, then create. */
export function NewWorkbookPage() {
  const check = useCheck()
  const { stage } = check
  const [draft, setDraft] = useDraft(stage.at === 'open' ? stage.open.file : null)
  return (
    <Stack gap={6}>
      <PageHeading title="New workbook">
        <p>
          Load the framework that you want to test. You see what was understood of it first; nothing
          is stored before you create the workbook.
        </p>
      </PageHeading>
      {stage.at === 'refused' && (
        <Notice tone="danger" heading="This file cannot be loaded" announce>
          <p>{stage.message}</p>
        </Notice>
      )}
      {stage.at === 'open' ? (
        <CheckedFile
          open={stage.open}
          check={check}
          next={({ remember, ...ready }) => (
            <CreateForm
              key={ready.file.permit}
              {...ready}
              draft={draft}
              onDraft={setDraft}
              onCreated={remember}
            />
          )}
        />
      ) : (
        <FileChooser {...check} />
      )}
    </Stack>
  )
}

/** A title to begin with: the file's name without its ending, in words. */
const titleFrom = (fileName: string) => {
  const words = fileName
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The fields of the form for a new workbook, as far as they are filled in. */
export interface WorkbookDraft {
  readonly title: string
  readonly scale: ScaleKey
}

/**
 * Keeps what is written while the form is away, as it is when a change makes the file unloadable; it begins
 * anew with another file.
 */
function useDraft(
  file: ChosenFile | null,
): readonly [WorkbookDraft, (draft: WorkbookDraft) => void] {
  const [kept, setKept] = useState<{ readonly file: ChosenFile; readonly draft: WorkbookDraft }>()
  const fresh = { title: titleFrom(file?.name ?? ''), scale: `${DEFAULT_SCALE_LENGTH}` } as const
  const draft = kept && kept.file.permit === file?.permit ? kept.draft : fresh
  return [draft, changed => file && setKept({ file, draft: changed })]
}

interface CreateFormProps {
  readonly file: ChosenFile
  readonly draft: WorkbookDraft
  readonly onDraft: (draft: WorkbookDraft) => void
  /** The decisions about the file. */
  readonly choices: CheckChoices
  /** True when the present decisions are those that were checked; nothing can be created before. */
  readonly isChecked: boolean
  /** Called once the workbook is made. */
  readonly onCreated: () => void
}

function useCreate({ file, choices, onCreated }: CreateFormProps) {
  const client = useClient()
  const [, go] = useLocation()
  const [isMaking, setIsMaking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const create = async (title: string, scale: ScaleLength) => {
    setIsMaking(true)
    setProblem(null)
    const made = await toLoadable(
      client.library.create({ title, scale, file: file.permit, ...choices }),
    )
    setIsMaking(false)
    if (made.state === 'ready') {
      onCreated()
      go(routes.framework(made.value.id))
    }
    if (made.state === 'failed') setProblem(made.problem)
  }
  return { create, isMaking, problem }
}

/** The last step: what the workbook is called, the scale of its answers, and making it. */
function CreateForm(props: CreateFormProps) {
  const { draft, onDraft, isChecked } = props
  const { title, scale } = draft
  const [isBlank, setIsBlank] = useState(false)
  const { create, isMaking, problem } = useCreate(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = title.trim() === ''
    setIsBlank(isEmpty)
    if (!isEmpty && isChecked) void create(title, scaleOfKey(scale))
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h2>Create the workbook</h2>
      <TextField
        label="Title"
        description="What it is called in the library and in exports."
        value={title}
        onChange={changed => onDraft({ ...draft, title: changed })}
        maxLength={200}
        isRequired
        error={isBlank ? 'Give the workbook a title.' : null}
      />
      <RadioGroup
        label="Scale"
        description="How many answers people choose from. It can be changed until somebody has rated."
        options={SCALE_OPTIONS}
        value={scale}
        onChange={changed => onDraft({ ...draft, scale: changed })}
        layout="row"
      />
      <ProblemNotice heading="The workbook was not made" problem={problem?.message ?? null} />
      <div>
        <Button type="submit" variant="primary" size="large" isPending={isMaking || !isChecked}>
          {isMaking ? 'Creating the workbook…' : 'Create the workbook'}
        </Button>
      </div>
    </form>
  )
}
