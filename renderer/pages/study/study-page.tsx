import { useState } from 'react'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import { handsBesideWords, laptopWords } from '../../../shared/messages/whole-study.ts'
import { LEAST_SECONDS, type StudyRow, type StudyState } from '../../../shared/model/whole-study.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../ui/feedback/notice.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { Table } from '../../ui/table/table.tsx'
import { NameLaptopDialog, useNaming } from '../common/name-laptop.tsx'
import { PlanDialog } from '../common/plan-dialog.tsx'
import { BeforeRating } from './before-rating.tsx'
import { LeftToDoList } from './left-to-do.tsx'
import { Signs } from './signs.tsx'
import { studyColumns } from './study-columns.tsx'
import styles from './study-page.module.css'

/** The state of the study, read again whenever something of it changes. */
function useStudy(seconds: number) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(({ revision: of }) =>
    [of.study, of.workshops, of.participants, of.ratings, of.rounds, of.framework].join(' '),
  )
  return useQuery(`${seconds} ${revision}`, () => client.study.state({ workbook, seconds }))
}

function NoWorkshops() {
  const workbook = useWorkbookId()
  return (
    <EmptyState
      heading="No workshop yet"
      actions={
        <LinkButton href={routes.newWorkshop(workbook)} variant="primary" icon={<PlusIcon />}>
          New workshop
        </LinkButton>
      }
    >
      <p>Once there is one, this page says who is back, what is missing and what is left to do.</p>
    </EmptyState>
  )
}

/** This laptop's name, and the way to change it. */
function ThisLaptop() {
  const naming = useNaming()
  const [isOpen, setIsOpen] = useState(false)
  if (naming === null) return null
  const { laptop } = naming
  return (
    <>
      <p className={styles.laptop}>
        This laptop is <strong dir="auto">{laptopWords(laptop)}</strong>.{' '}
        <Button variant="quiet" isFlush onPress={() => setIsOpen(true)}>
          {laptop.name === null ? 'Name it' : 'Call it otherwise'}
        </Button>
      </p>
      {isOpen && <NameLaptopDialog naming={naming} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** The study at a glance: `4 workshops, 106 people, 19 of 20 laptops`. */
function summary({ rows }: StudyState): string {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const ofHands = (part: 'groups' | 'people') => rows.reduce((sum, row) => sum + row.hands[part], 0)
  const hands = handsBesideWords({
    hands: { groups: ofHands('groups'), people: ofHands('people') },
  })
  const expected = rows.reduce((sum, row) => sum + row.plan.laptops.length, 0)
  const missing = rows.reduce((sum, row) => sum + row.laptops.outstanding.length, 0)
  const laptops =
    expected === 0
      ? []
      : [`${formatCount(expected - missing)} of ${counted(expected, 'laptop', 'laptops')} back`]
  return [
    counted(rows.length, 'workshop', 'workshops'),
    [counted(people, 'person', 'people'), ...(hands === null ? [] : [hands])].join(' '),
    ...laptops,
  ].join(', ')
}

interface WorkshopsProps {
  readonly state: StudyState
}

function Workshops({ state }: WorkshopsProps) {
  const workbook = useWorkbookId()
  const [planning, setPlanning] = useState<StudyRow | null>(null)
  return (
    <>
      <div className={styles.table}>
        <Table
          caption="Workshops of the study"
          columns={studyColumns(workbook, setPlanning)}
          rows={state.rows}
          rowKey={({ workshop }) => workshop}
        />
      </div>
      {planning && (
        <PlanDialog
          workshop={planning.workshop}
          title={planning.title}
          groups={planning.groups.map(({ group }) => group)}
          plan={planning.plan}
          onClose={() => setPlanning(null)}
        />
      )}
    </>
  )
}

/** The whole study: its workshops and their laptops, what is left to do, and what to look at. */
export function StudyPage() {
  const workbook = useWorkbookId()
  const [seconds, setSeconds] = useState(LEAST_SECONDS)
  const { answer, retry } = useStudy(seconds)
  return (
    <Stack gap={5}>
      <div className={styles.head}>
        <PageHeading title="Study" isCompact />
        {answer.state === 'ready' && <p className={styles.laptop}>{summary(answer.value)}</p>}
        <Row gap={3} wrap>
          <LinkButton href={routes.diary(workbook)}>Diary</LinkButton>
          <LinkButton href={routes.exportPackage(workbook)}>Set up laptops</LinkButton>
          <LinkButton href={routes.merge(workbook)} variant="primary">
            Bring in packages
          </LinkButton>
        </Row>
      </div>
      <Loaded from={answer} what="the study" onRetry={retry}>
        {state =>
          state.rows.length === 0 ? (
            <NoWorkshops />
          ) : (
            <>
              <Workshops state={state} />
              <LeftToDoList left={state.left} rows={state.rows} />
              <Signs state={state} seconds={seconds} onSeconds={setSeconds} />
              <BeforeRating />
              <ThisLaptop />
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}
