import { useEffect, useRef, useState } from 'react'
import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { counted } from '../../../shared/messages/figures.ts'
import type { CountedRoom, HandsRoom, HandsSheet } from '../../../shared/model/hands.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { Workshop, WorkshopRound } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { type Query, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../ui/feedback/notice.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { WithWorkshop } from '../common/with-workshop.tsx'
import { readPeople } from './counts.ts'
import styles from './hands.module.css'
import { HandsFromFile } from './hands-from-file.tsx'
import { type KeepLine, QuestionLine } from './hands-line.tsx'

interface OfWorkshop {
  readonly workshop: Workshop
}

/** The room whose hands are counted, as it is typed. */
interface Counting {
  readonly group: string
  readonly round: number
  /** Null until it is typed: then it is as it was when the room was counted before. */
  readonly present: string | null
  readonly by: string
}

interface ChooseProps extends OfWorkshop {
  readonly rounds: readonly Pick<WorkshopRound, 'round'>[]
  readonly counting: Counting
  /** The people in the room, as typed or as counted before. */
  readonly present: string
  readonly onChange: (changed: Partial<Counting>) => void
}

function ChooseRoom({ workshop, rounds, counting, present, onChange }: ChooseProps) {
  const isWrong = present !== '' && readPeople(present) === null
  return (
    <div className={styles.form}>
      <Select
        label="Group"
        options={workshop.groups.map(group => ({ value: group, label: group }))}
        value={counting.group}
        onChange={group => onChange({ group, present: null })}
      />
      {rounds.length > 1 && (
        <Select
          label="Round"
          options={rounds.map(({ round }) => ({ value: String(round), label: `Round ${round}` }))}
          value={String(counting.round)}
          onChange={round => onChange({ round: Number(round), present: null })}
        />
      )}
      <TextField
        label="People in the room"
        value={present}
        onChange={typed => onChange({ present: typed })}
        inputMode="numeric"
        {...(isWrong && { error: 'Type a whole number.' })}
      />
      <TextField
        label="Keyed in by"
        value={counting.by}
        onChange={by => onChange({ by })}
        maxLength={60}
      />
    </div>
  )
}

interface LinesProps {
  readonly sheet: HandsSheet
  readonly present: number
  readonly by: string
  readonly onKept: () => void
}

/** The lines of a room, two to an indicator. */
function Lines({ sheet, present, by, onKept }: LinesProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const info = useWorkbook(state => state.info)
  const differing = sheet.lines.filter(({ standing }) => standing.length > 1)
  const [isAll, setIsAll] = useState(differing.length === 0)
  if (info.state !== 'ready') return null
  const scale = scaleOf(info.value.scale)
  const { workshop, group, round } = sheet
  const keep: KeepLine = async ({ indicator, criterion }, read) => {
    const nobody = { counts: scale.levels.usefulness.map(() => 0), dontKnow: 0, notApplicable: 0 }
    const said = read.kind === 'counts' ? { ...read.counted, present } : { ...nobody, present: 0 }
    const room = { workbook, workshop, group, round }
    const now = await client.hands.record({ ...room, indicator, criterion, ...said, by })
    onKept()
    return now
  }
  const shown = isAll ? sheet.lines : differing
  const indicators = [...new Set(shown.map(({ indicator }) => indicator))]
  return (
    <div data-hands>
      {differing.length > 0 && (
        <Checkbox isSelected={!isAll} onChange={isOnly => setIsAll(!isOnly)}>
          Only the {counted(differing.length, 'line', 'lines')} that two laptops counted differently
        </Checkbox>
      )}
      {indicators.map(indicator => {
        const lines = shown.filter(line => line.indicator === indicator)
        const [first] = lines
        return (
          <section key={indicator} className={styles.indicator}>
            <h3 className={styles.title}>
              <strong>
                <bdi>{first?.code}</bdi>
              </strong>{' '}
              <span dir="auto">{first?.title}</span>
            </h3>
            {lines.map(line => (
              <QuestionLine
                key={line.criterion}
                line={line}
                scale={scale}
                present={present}
                onKeep={keep}
              />
            ))}
          </section>
        )
      })}
    </div>
  )
}

/** The lines of the room that is being counted, once it is known how many people there were and who keys in. */
function Counts({
  room,
  typed,
  onKept,
}: {
  readonly room: HandsRoom
  readonly typed: { readonly present: string; readonly by: string }
  readonly onKept: () => void
}) {
  const client = useClient()
  const workbook = useWorkbookId()
  const present = readPeople(typed.present)
  const by = typed.by.trim()
  const { answer, retry } = useQuery('', () => client.hands.open({ workbook, ...room }))
  if (present === null || present === 0 || by === '') {
    return <p>Type how many people of the group were in the room, and your initials.</p>
  }
  return (
    <Loaded from={answer} what="the lines" onRetry={retry}>
      {sheet => <Lines sheet={sheet} present={present} by={by} onKept={onKept} />}
    </Loaded>
  )
}

const columnsOf = (open: (room: CountedRoom) => void): readonly Column<CountedRoom>[] => [
  {
    id: 'group',
    heading: 'Group',
    cell: ({ group }) => <bdi>{group}</bdi>,
    sortBy: ({ group }) => group,
    isRowHeading: true,
  },
  { id: 'round', heading: 'Round', cell: ({ round }) => round, sortBy: ({ round }) => round },
  {
    id: 'lines',
    heading: 'Lines',
    cell: ({ lines, conflicts }) =>
      conflicts === 0 ? lines : `${lines}, ${counted(conflicts, 'conflict', 'conflicts')}`,
    sortBy: ({ lines }) => lines,
  },
  {
    id: 'present',
    heading: 'In the room',
    cell: ({ present }) => present,
    sortBy: ({ present }) => present,
  },
  { id: 'by', heading: 'Keyed in by', cell: ({ by }) => by.join(', ') },
  {
    id: 'open',
    heading: 'Counts',
    cell: room => <Button onPress={() => open(room)}>Open {room.group}</Button>,
    align: 'end',
  },
]

interface CountedRoomsProps {
  readonly query: Query<readonly CountedRoom[]>
  readonly onOpen: (room: CountedRoom) => void
}

function CountedRooms({ query, onOpen }: CountedRoomsProps) {
  return (
    <Loaded from={query.answer} what="the counts" onRetry={query.retry}>
      {rooms =>
        rooms.length === 0 ? (
          <EmptyState heading="No hands were counted yet">
            <p>{HANDS_WORDS.empty}</p>
          </EmptyState>
        ) : (
          <Table
            caption="Groups that showed hands"
            columns={columnsOf(onOpen)}
            rows={rooms}
            rowKey={({ group, round }) => `${round} ${group}`}
          />
        )
      }
    </Loaded>
  )
}

/** Leads a person to a part of the page: what follows its heading is what they came for. */
function arriveAt(heading: HTMLElement | null): void {
  heading?.focus()
  heading?.scrollIntoView()
}

/** A group whose counts are shown, in a round. */
type ShownRoom = Pick<HandsRoom, 'group' | 'round'>

function Open({ workshop, shown }: OfWorkshop & { readonly shown: ShownRoom | null }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const rounds = useQuery(workshop.id, () =>
    client.round.list({ workbook, workshop: workshop.id }),
  ).answer
  const rooms = useQuery(workshop.id, () => client.hands.list({ workbook, workshop: workshop.id }))
  const [counting, setCounting] = useState<Counting>(() => ({
    ...{ group: workshop.groups[0] ?? '', round: 1, present: null, by: '' },
    ...shown,
  }))
  const change = (changed: Partial<Counting>) => setCounting(before => ({ ...before, ...changed }))
  const { group, round } = counting
  const room = { workshop: workshop.id, group, round }
  const before =
    rooms.answer.state === 'ready' &&
    rooms.answer.value.find(one => one.group === group && one.round === round)
  const present = counting.present ?? (before ? String(before.present) : '')
  const heading = useRef<HTMLHeadingElement>(null)
  const isShown = shown !== null
  useEffect(() => {
    if (isShown) arriveAt(heading.current)
  }, [isShown])
  return (
    <Stack gap={6}>
      <PageHeading
        title={HANDS_WORDS.name}
        kicker={workshop.title}
        actions={
          <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
        }
      >
        <p>{HANDS_WORDS.page}</p>
      </PageHeading>
      <CountedRooms
        query={rooms}
        onOpen={one => {
          change({ group: one.group, round: one.round, present: null })
          arriveAt(heading.current)
        }}
      />
      <HandsFromFile workshop={workshop} onLoaded={rooms.retry} />
      <Stack as="section" gap={4} aria-labelledby="count-hands">
        <h2 id="count-hands" ref={heading} tabIndex={-1}>
          Key in the counts
        </h2>
        <ChooseRoom
          workshop={workshop}
          rounds={rounds.state === 'ready' ? rounds.value : []}
          counting={counting}
          present={present}
          onChange={change}
        />
        <p>{HANDS_WORDS.how}</p>
        <Counts
          key={`${round} ${group}`}
          room={room}
          typed={{ present, by: counting.by }}
          onKept={rooms.retry}
        />
      </Stack>
    </Stack>
  )
}

interface HandsPageProps {
  readonly workshop: string
  /** The room to begin with; null for the first. */
  readonly shown: ShownRoom | null
}

/** The shows of hands of a workshop: which groups there are, and the counts of one of them. */
export function HandsPage({ workshop, shown }: HandsPageProps) {
  return (
    <WithWorkshop workshop={workshop}>
      {found => <Open workshop={found} shown={shown} />}
    </WithWorkshop>
  )
}
