import { useState } from 'react'
import { formatCount } from '../../../shared/messages/figures.ts'
import {
  openedRounds,
  type ParticipantProgress,
  type WorkshopRound,
} from '../../../shared/model/workshop.ts'
import { useCollected, useRounds } from '../../data/rounds.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { CloseRound } from '../common/close-round.tsx'
import { FacilitatorsButton } from './facilitators-note.tsx'
import { OpenRound } from './open-round.tsx'
import { askedWords } from './round-words.ts'
import styles from './rounds-panel.module.css'

interface PanelProps {
  readonly workshop: string
  /** The workshop's people, each with the round that they are asked for. */
  readonly participants: readonly ParticipantProgress[]
}

/** The rounds of a workshop: how each stands, what is collected for the next, and the way to open it. */
export function RoundsPanel({ workshop, participants }: PanelProps) {
  const { answer, retry } = useRounds(workshop)
  return (
    <Stack as="section" gap={4} aria-labelledby="rounds">
      <h2 id="rounds" className={styles.heading}>
        Rounds
      </h2>
      <p className={styles.lead}>
        After talking, people can rate again. Their earlier answers are kept and are not shown to
        them; results tell who moved, in counts. While a round is open, nobody’s answers are shown.
      </p>
      <Loaded from={answer} what="the rounds" onRetry={retry}>
        {rounds => (
          <>
            <List workshop={workshop} rounds={rounds} participants={participants} />
            <Next workshop={workshop} rounds={rounds} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}

interface ListProps extends PanelProps {
  readonly rounds: readonly WorkshopRound[]
}

function List({ workshop, rounds, participants }: ListProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { problem, run } = useAction()
  const act = (work: Promise<unknown>) => run(async () => void (await work))
  const latest = openedRounds(rounds).at(-1)
  return (
    <>
      <ul>
        {rounds.map(round => (
          <Round
            key={round.round}
            round={round}
            latest={latest}
            behind={participants.filter(
              person => person.round === round.round && person.standing !== 'finished',
            )}
            onReopen={() =>
              act(client.round.close({ workbook, workshop, round: round.round, closed: false }))
            }
            onTakeBack={() =>
              act(client.round.takeBack({ workbook, workshop, round: round.round }))
            }
            onExcuse={participant =>
              act(
                client.round.mark({
                  workbook,
                  participant,
                  round: round.round,
                  standing: 'excused',
                }),
              )
            }
          />
        ))}
      </ul>
      <ProblemNotice problem={problem} />
    </>
  )
}

interface RoundProps {
  readonly round: WorkshopRound
  readonly latest: WorkshopRound | undefined
  /** The people who are asked for this round and have not finished it. */
  readonly behind: readonly ParticipantProgress[]
  readonly onReopen: () => void
  readonly onTakeBack: () => void
  readonly onExcuse: (participant: string) => void
}

function Round({ round, latest, behind, onReopen, onTakeBack, onExcuse }: RoundProps) {
  const isLatest = round === latest
  const isOpened = round.round === 1 || round.openedAt !== null
  const isShut = round.isClosed || latest?.isClosed === true
  const canUndo = isLatest && round.round > 1 && round.answered === 0
  return (
    <li className={styles.round}>
      <div className={styles.line}>
        <span className={styles.name}>Round {round.round}</span>
        {isOpened && <StateTag isShut={isShut} isLatest={isLatest} />}
        <span className={styles.about}>
          {askedWords(round)}; {answeredWords(round)}
          {round.facilitators !== '' && <> · facilitated by {round.facilitators}</>}
        </span>
        <FacilitatorsButton round={round} />
        {canUndo && (
          <Button variant="quiet" isFlush onPress={onTakeBack}>
            Undo the opening
          </Button>
        )}
        {isOpened && !isShut && <CloseRound workshop={round.workshop} round={round.round} />}
        {isOpened && round.isClosed && (isLatest || !latest?.isClosed) && (
          <Button onPress={onReopen}>Open round {round.round} again</Button>
        )}
      </div>
      {!isShut && !isLatest && <Behind behind={behind} onExcuse={onExcuse} />}
    </li>
  )
}

interface StateTagProps {
  readonly isShut: boolean
  readonly isLatest: boolean
}

function StateTag({ isShut, isLatest }: StateTagProps) {
  if (isShut) return <Tag>Closed</Tag>
  return isLatest ? (
    <Tag tone="accent">Being rated now</Tag>
  ) : (
    <Tag tone="caution">For those who have not finished it</Tag>
  )
}

interface BehindProps {
  readonly behind: readonly ParticipantProgress[]
  readonly onExcuse: (participant: string) => void
}

/** The people who end an earlier round first; the facilitator can move each of them on. */
function Behind({ behind, onExcuse }: BehindProps) {
  if (behind.length === 0) return null
  return (
    <ul className={styles.behind} aria-label="People who end this round first">
      {behind.map(({ id, name, rated, indicators }) => (
        <li key={id}>
          <Row as="span" gap={[1, 3]} align="center" wrap inline>
            <strong>{name}</strong>
            <span className={styles.progress}>
              {rated} of {indicators}
            </span>
            <Button variant="quiet" onPress={() => onExcuse(id)}>
              Move on<VisuallyHidden> {name} to the next round</VisuallyHidden>
            </Button>
          </Row>
        </li>
      ))}
    </ul>
  )
}

interface NextProps {
  readonly workshop: string
  readonly rounds: readonly WorkshopRound[]
}

/** The indicators that are collected for the next round, and the button that asks before it opens one. */
function Next({ workshop, rounds }: NextProps) {
  const { collected, collect } = useCollected(workshop)
  const framework = useWorkbook(state => state.framework)
  const { problem, run } = useAction()
  const [isOpening, setIsOpening] = useState(false)
  const known = framework.state === 'ready' ? framework.value.indicators : []
  const found = collected.flatMap(id => known.find(indicator => indicator.id === id) ?? [])
  return (
    <>
      <Stack gap={1}>
        <h3 className={styles.section}>
          {found.length === 0
            ? 'Nothing is collected to be rated again'
            : `Collected to be rated again (${found.length})`}
        </h3>
        {found.length === 0 && (
          <p className={styles.lead}>Tick “Rate again” in the discussion, and it comes here.</p>
        )}
        <ul>
          {found.map(({ id, code, title }) => (
            <li key={id} className={styles.line}>
              <span className={styles.collected}>
                <strong>{code}</strong> {title}
              </span>
              <Button
                variant="quiet"
                onPress={() => run(async () => void (await collect(id, false)))}
              >
                Take off<VisuallyHidden> {code}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
      <ProblemNotice problem={problem} />
      <Row>
        <Button onPress={() => setIsOpening(true)}>Open a round…</Button>
      </Row>
      {isOpening && (
        <OpenRound
          workshop={workshop}
          rounds={rounds}
          collected={found.map(({ id }) => id)}
          onClose={() => setIsOpening(false)}
        />
      )}
    </>
  )
}

/** The number of people who have rated in a round, in words. */
function answeredWords({ answered }: Pick<WorkshopRound, 'answered'>): string {
  if (answered === 0) return 'nobody has rated yet'
  return answered === 1 ? '1 person has rated' : `${formatCount(answered)} people have rated`
}
