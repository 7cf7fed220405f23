import { Link } from 'wouter'
import type { ParticipantProgress, Workshop } from '../../shared/model/workshop.ts'
import { formatCount, formatDay } from '../format.ts'
import { routes } from '../routes.ts'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { ChangeScale } from './change-scale.tsx'
import { ConflictsLink } from './conflicts/conflicts-link.tsx'
import { isDone, type People, usePeople } from './workshop-people.ts'
import styles from './workshops-page.module.css'

interface Row {
  readonly workshop: Workshop
  readonly people: readonly ParticipantProgress[]
}

function Title({ workshop }: Pick<Row, 'workshop'>) {
  const workbook = useWorkbookId()
  return (
    <span className={styles.workshop}>
      <Link href={routes.workshop(workbook, workshop.id)} className={styles.title}>
        {workshop.title}
      </Link>
      {workshop.venue && <span className={styles.venue}>{workshop.venue}</span>}
    </span>
  )
}

const finished = ({ people }: Row) => people.filter(isDone).length

const COLUMNS: readonly Column<Row>[] = [
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
    cell: ({ people }) => formatCount(people.length),
    sortBy: ({ people }) => people.length,
    align: 'end',
  },
  {
    id: 'finished',
    heading: 'Rated everything',
    cell: row => (row.people.length === 0 ? '–' : `${finished(row)} of ${row.people.length}`),
    sortBy: finished,
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
  const { people, retry } = usePeople(workshops.map(({ id }) => id))
  const rowsOf = (known: People) =>
    workshops.map(workshop => ({ workshop, people: known.get(workshop.id) ?? [] }))
  return (
    <Loaded from={people} what="the participants" onRetry={retry}>
      {known => (
        <Table
          caption="Workshops of this workbook"
          columns={COLUMNS}
          rows={rowsOf(known)}
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
    <div className={styles.page}>
      <PageHeading title="Workshops" actions={hasAny && <NewWorkshop />}>
        {hasAny && <p>Open a workshop to start with the next participant.</p>}
      </PageHeading>
      <ConflictsLink />
      <ChangeScale />
      <Loaded from={workshops} what="the workshops" onRetry={() => void refresh()}>
        {list => (list.length === 0 ? <NoWorkshops /> : <Workshops workshops={list} />)}
      </Loaded>
    </div>
  )
}
