import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Framework, Indicator, IndicatorEdit } from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { type Problem, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button, LinkButton } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { NotFoundPage } from '../../common/no-page.tsx'
import {
  checkIndicator,
  draftOfIndicator,
  type IndicatorErrors,
  newIndicator,
  sectionText,
} from './indicator-draft.ts'
import styles from './indicator-form.module.css'
import { IndicatorForm } from './indicator-form.tsx'

interface EditorProps {
  readonly framework: Framework
  /** The indicator to reword; null for a new one. */
  readonly indicator: Indicator | null
}

/** A new indicator stands after the last one of its section, so that the section stays together. */
function placeFor(indicators: readonly Indicator[], section: readonly string[]): string | null {
  const wanted = sectionText(section)
  return indicators.findLast(each => sectionText(each.section) === wanted)?.id ?? null
}

function useEditor({ framework, indicator }: EditorProps) {
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const { hash, indicators } = framework
  const [draft, setDraft] = useState(() =>
    indicator ? draftOfIndicator(indicator) : newIndicator(indicators.at(-1)),
  )
  const [errors, setErrors] = useState<IndicatorErrors>({})
  // What was edited is what was on screen when the form was opened, whatever came since.
  const [against] = useState(hash)
  const { edit, isBusy, problem } = useEdit(against, () =>
    go(routes.framework(workbook, draft.code.trim()), { replace: true }),
  )
  const save = () => {
    const others = indicators.filter(({ id }) => id !== indicator?.id)
    const checked = checkIndicator(draft, others)
    setErrors('errors' in checked ? checked.errors : {})
    if ('errors' in checked) return
    const { text } = checked
    void edit(
      indicator
        ? { kind: 'reword', indicator: indicator.id, text }
        : { kind: 'add', text, after: placeFor(indicators, text.section) },
    )
  }
  return { draft, setDraft, errors, save, isBusy, problem }
}

function Editor(props: EditorProps) {
  const { framework, indicator } = props
  const workbook = useWorkbookId()
  const { draft, setDraft, errors, save, isBusy, problem } = useEditor(props)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const sections = [...new Set(framework.indicators.map(({ section }) => sectionText(section)))]
  const back = indicator ? routes.framework(workbook, indicator.code) : routes.framework(workbook)
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PageHeading title={indicator ? `Change ${indicator.code}` : 'Add an indicator'}>
        <p>
          {indicator
            ? 'Ratings so far stay with the words that they saw. Whoever rates from now on sees the new ones.'
            : 'It can be rated as soon as it is added, also by people who are rating now.'}
        </p>
      </PageHeading>
      <IndicatorForm draft={draft} errors={errors} sections={sections} onChange={setDraft} />
      <ProblemNotice heading="The framework was not changed" problem={problem?.message ?? null} />
      <div className={styles.actions}>
        <LinkButton href={back}>Cancel</LinkButton>
        <Button type="submit" variant="primary" isPending={isBusy}>
          {indicator ? 'Save the change' : 'Add the indicator'}
        </Button>
      </div>
    </form>
  )
}

function useFramework() {
  const framework = useWorkbook(state => state.framework)
  const refresh = useWorkbook(state => state.refreshFramework)
  return { framework, refresh }
}

/** The page that adds one indicator while a workshop is under way. */
export function AddIndicatorPage() {
  const { framework, refresh } = useFramework()
  return (
    <Loaded from={framework} what="the framework" onRetry={() => void refresh()}>
      {loaded => <Editor framework={loaded} indicator={null} />}
    </Loaded>
  )
}

/** The page that rewords or recodes one indicator, or moves it to another section. */
export function EditIndicatorPage({ code }: { readonly code: string }) {
  const { framework, refresh } = useFramework()
  // The one that the form was opened with: it stays on screen while its code changes.
  const [opened, setOpened] = useState<Indicator | null>(null)
  const named =
    framework.state === 'ready'
      ? framework.value.indicators.find(indicator => indicator.code === code)
      : undefined
  if (named && opened === null) setOpened(named)
  return (
    <Loaded from={framework} what="the framework" onRetry={() => void refresh()}>
      {loaded => {
        const indicator = opened ?? named
        if (!indicator) return <NotFoundPage />
        return <Editor framework={loaded} indicator={indicator} />
      }}
    </Loaded>
  )
}

interface RetireIndicatorProps {
  readonly indicator: Indicator
  /** The version that is on screen. */
  readonly against: string
}

/** A button that takes an indicator out of the framework, after asking. */
export function RetireIndicator({ indicator, against }: RetireIndicatorProps) {
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const { edit, isBusy, problem } = useEdit(against, () => {
    setIsAsking(false)
    go(routes.framework(workbook))
  })
  const retire = () => void edit({ kind: 'retire', indicator: indicator.id })
  return (
    <>
      <Button variant="quiet" onPress={() => setIsAsking(true)}>
        Retire
      </Button>
      <Dialog
        title={`Retire ${indicator.code}?`}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>Keep it</Button>
            <Button variant="danger" isPending={isBusy} onPress={retire}>
              Retire it
            </Button>
          </>
        }
      >
        <p>
          Nobody is asked about it from now on. What was rated stays in the results, marked as
          retired. To bring it back, load a framework that has it.
        </p>
        <ProblemNotice heading="It was not retired" problem={problem?.message ?? null} />
      </Dialog>
    </>
  )
}

/** Changes one indicator of the version that is on screen; `onDone` is called once it is stored. */
function useEdit(against: string, onDone: () => void) {
  const client = useClient()
  const workbook = useWorkbookId()
  const refresh = useWorkbook(state => state.refreshFramework)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const edit = async (wanted: IndicatorEdit) => {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    const stored = await toLoadable(client.version.edit({ workbook, edit: wanted, against }))
    if (stored.state === 'ready') await refresh()
    setIsBusy(false)
    if (stored.state === 'failed') setProblem(stored.problem)
    if (stored.state === 'ready') onDone()
  }
  return { edit, isBusy, problem }
}
