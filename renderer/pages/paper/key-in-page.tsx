import { useState } from 'react'
import { useLocation } from 'wouter'
import { TENTH_LEVEL_KEY } from '../../../shared/commands.ts'
import { counted } from '../../../shared/messages/figures.ts'
import type { OpenSheet, Pass } from '../../../shared/model/paper.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { SaveMark } from '../../ui/feedback/save-mark.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { Differences } from './differences.tsx'
import { KeyInGrid } from './key-in-grid.tsx'
import styles from './paper.module.css'
import { SheetWords } from './sheet-words.tsx'
import { furtherSigns } from './signs.ts'
import { useKeyIn } from './use-key-in.ts'

interface KeyInProps {
  readonly workshop: string
  readonly sheet: number
  readonly pass: Pass
}

function Keys({ levels }: { readonly levels: number }) {
  const { dontKnow, notApplicable, none } = furtherSigns(levels)
  return (
    <p>
      Type <kbd>1</kbd> to <kbd>{Math.min(levels, 9)}</kbd> for a level,{' '}
      {levels > 9 && (
        <>
          <kbd>{TENTH_LEVEL_KEY}</kbd> for level 10,{' '}
        </>
      )}
      <kbd>{dontKnow}</kbd> for don’t know, <kbd>{notApplicable}</kbd> for doesn’t apply,{' '}
      <kbd>{none}</kbd> for no cross. Each key goes to the next question; Backspace goes back.
    </p>
  )
}

interface EndProps extends KeyInProps {
  readonly left: number
  /** Waits until everything that was typed is kept; false where something is not. */
  readonly whenKept: () => Promise<boolean>
}

/** The end of a reading: who read, and for the second one, what differs from the first. */
function End({ workshop, sheet, pass, left, whenKept }: EndProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [by, setBy] = useState('')
  const [isCompared, setIsCompared] = useState(pass === 1)
  const { isDoing, problem, run } = useAction()
  const compare = () =>
    run(async () => {
      if (await whenKept()) setIsCompared(true)
    })
  const finish = () =>
    run(async () => {
      if (!(await whenKept())) return
      const end = pass === 1 ? client.paper.finish : client.paper.check
      await end({ workbook, sheet, by: by.trim() })
      navigate(routes.paper(workbook, workshop))
    })
  return (
    <Stack as="section" gap={4} aria-label="The end of the sheet">
      {left > 0 && (
        <p>
          {counted(left, 'question', 'questions')} not read yet. What is left so counts as a line
          without a cross.
        </p>
      )}
      {isCompared ? (
        <>
          {pass === 2 && <Differences sheet={sheet} />}
          <form
            className={styles.find}
            onSubmit={event => {
              event.preventDefault()
              if (by.trim() !== '') finish()
            }}
          >
            <TextField
              label={pass === 1 ? 'Keyed in by' : 'Checked by'}
              description="Your initials. They go with the answers."
              value={by}
              onChange={setBy}
              maxLength={60}
            />
            <Button
              type="submit"
              variant="primary"
              isPending={isDoing}
              isDisabled={by.trim() === ''}
            >
              {pass === 1 ? 'The sheet is keyed in' : 'The sheet is checked'}
            </Button>
          </form>
        </>
      ) : (
        <div>
          <Button variant="primary" isPending={isDoing} onPress={compare}>
            Compare with the first reading
          </Button>
        </div>
      )}
      <ProblemNotice heading="It was not recorded" problem={problem} />
    </Stack>
  )
}

function Reading({ opened, ...props }: KeyInProps & { readonly opened: OpenSheet }) {
  const { workshop, pass } = props
  const workbook = useWorkbookId()
  const info = useWorkbook(state => state.info)
  const { read, keep, state, problem, retry, whenIdle } = useKeyIn(opened, pass)
  const levels = info.state === 'ready' ? info.value.scale : null
  if (levels === null) return null
  const { number, code, group, questions, stage } = opened
  return (
    <Stack gap={5}>
      <PageHeading
        title={pass === 1 ? `Key in sheet ${number}` : `Check sheet ${number}`}
        kicker={`${code} · ${group} · round ${opened.round}`}
        actions={<LinkButton href={routes.paper(workbook, workshop)}>All sheets</LinkButton>}
      >
        {pass === 2 && <p>Read the paper once more. What the first person typed is not shown.</p>}
        <Keys levels={levels} />
      </PageHeading>
      {stage === 'checked' ? (
        <Notice tone="positive" heading="This sheet is checked">
          <p>It stays as it is.</p>
        </Notice>
      ) : (
        <>
          <Row gap={4} align="center" wrap>
            <span>
              {read.size} of {questions} read
            </span>
            <SaveMark state={state} onRetry={retry} />
          </Row>
          <ProblemNotice heading="Not kept yet" problem={problem} />
          <KeyInGrid sheet={opened} levels={levels} read={read} onRead={keep} />
          {pass === 1 && <SheetWords sheet={opened} read={read} onRead={keep} />}
          <End {...props} left={questions - read.size} whenKept={whenIdle} />
        </>
      )}
    </Stack>
  )
}

/** The page on which a sheet is keyed in: by digits alone, the first time or to be checked. */
export function KeyInPage(props: KeyInProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { sheet, pass } = props
  const { answer, retry } = useQuery(`${sheet} ${pass}`, () =>
    client.paper.open({ workbook, sheet, pass }),
  )
  return (
    <Loaded from={answer} what="the sheet" onRetry={retry}>
      {opened => <Reading {...props} opened={opened} />}
    </Loaded>
  )
}
