import { useState } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../../shared/messages/figures.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import type { StudyRow, StudyState } from '../../../shared/model/whole-study.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatDay } from '../../ui/format.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { ConflictsLink } from '../common/conflicts-link.tsx'
import { NameLaptopNotice } from '../common/name-laptop.tsx'
import { RoundsFinished } from '../common/rounds-finished.tsx'
import { SCALE_OPTIONS, scaleOfKey } from '../common/scale-options.ts'
import styles from './workshop-page.module.css'

interface WorkshopRow {
  readonly workshop: Workshop
  /** The progress of its people; undefined for one that was added a moment ago. */
  readonly state: StudyRow | undefined
}

function Title({ workshop }: Pick<WorkshopRow, 'workshop'>) {
  const workbook = useWorkbookId()
  return (
    <Stack as="span" align="start">
      <Link href={routes.workshop(workbook, workshop.id)} className={styles.title}>
        {workshop.title}
      </Link>
      {workshop.venue && <span className={styles.venue}>{workshop.venue}</span>}
    </Stack>
  )
}

const COLUMNS: readonly Column<WorkshopRow>[] = [
  {
    id: 'title',
    heading: 'Workshop',
    cell: ({ workshop }) => <Title workshop={workshop} />,
    sortBy: ({ workshop }) => workshop.title,
    isRowHeading: true,
    width: '50%',
  },
  {
    id: 'date',
    heading: 'Date',
    cell: ({ workshop }) => formatDay(workshop.date),
    sortBy: ({ workshop }) => workshop.date,
  },
  {
    id: 'participants',
    heading: 'Participants',
    cell: ({ state }) => formatCount(state?.people ?? 0),
    sortBy: ({ state }) => state?.people ?? 0,
    align: 'end',
  },
  {
    id: 'finished',
    heading: 'Finished',
    cell: ({ state }) =>
      state && state.people > 0 ? <RoundsFinished rounds={state.rounds} /> : '–',
    sortBy: ({ state }) => state?.rounds[0]?.finished ?? 0,
    align: 'end',
  },
]

function NewWorkshop() {
  const workbook = useWorkbookId()
  return (
    <LinkButton href={routes.newWorkshop(workbook)} variant="primary" icon={<PlusIcon />}>
      New workshop
    </LinkButton>
  )
}

function Workshops({ workshops }: { readonly workshops: readonly Workshop[] }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(({ revision: of }) =>
    [of.workshops, of.participants, of.ratings, of.rounds].join(' '),
  )
  const { answer, retry } = useQuery(revision, () => client.study.state({ workbook }))
  const rowsOf = ({ rows }: StudyState) =>
    workshops.map(workshop => ({
      workshop,
      state: rows.find(row => row.workshop === workshop.id),
    }))
  return (
    <Loaded from={answer} what="the participants" onRetry={retry}>
      {state => (
        <Table
          caption="Workshops of this workbook"
          columns={COLUMNS}
          rows={rowsOf(state)}
          rowKey={({ workshop }) => workshop.id}
        />
      )}
    </Loaded>
  )
}

function NoWorkshops() {
  return (
    <EmptyState heading="No workshop yet" actions={<NewWorkshop />}>
      <p>
        A workshop is one meeting in which people rate the indicators. Add it before people arrive;
        then hand the laptop round.
      </p>
    </EmptyState>
  )
}

/** The workshops of a workbook, or how to begin with the first one. */
export function WorkshopsPage() {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  const hasAny = workshops.state === 'ready' && workshops.value.length > 0
  return (
    <Stack gap={6}>
      <PageHeading title="Workshops" actions={hasAny && <NewWorkshop />}>
        {hasAny && <p>Open a workshop to start with the next participant.</p>}
      </PageHeading>
      <NameLaptopNotice />
      <ConflictsLink />
      <ChangeScale />
      <Loaded from={workshops} what="the workshops" onRetry={() => void refresh()}>
        {list => (list.length === 0 ? <NoWorkshops /> : <Workshops workshops={list} />)}
      </Loaded>
    </Stack>
  )
}

interface SheetProps {
  readonly present: ScaleLength
  readonly onClose: () => void
}

function Sheet({ present, onClose }: SheetProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const refresh = useWorkbook(state => state.refreshInfo)
  const [chosen, setChosen] = useState<ScaleLength>(present)
  const [problem, setProblem] = useState<Problem | null>(null)
  const change = async () => {
    try {
      await client.workbook.changeScale({ workbook, scale: chosen })
      await refresh()
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog
      title="On which scale do people answer?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void change()}>
            Use {chosen} levels
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Scale"
        description="It can be changed until the first answer. Answers are never converted, so other laptops need the same one."
        options={SCALE_OPTIONS}
        value={`${chosen}`}
        onChange={key => setChosen(scaleOfKey(key))}
      />
      <ProblemNotice problem={problem?.message ?? null} />
    </Dialog>
  )
}

/** The scale of a workbook in which nobody has rated yet, and the way to choose another. */
function ChangeScale() {
  const info = useWorkbook(state => state.info)
  const [isOpen, setIsOpen] = useState(false)
  if (info.state !== 'ready' || info.value.ratingRecords > 0) return null
  const { scale } = info.value
  return (
    <Row gap={[1, 4]} align="center" wrap>
      <p>People answer on a scale of {scale} levels.</p>
      <Button variant="quiet" onPress={() => setIsOpen(true)}>
        Choose another scale
      </Button>
      {isOpen && <Sheet present={scale} onClose={() => setIsOpen(false)} />}
    </Row>
  )
}
