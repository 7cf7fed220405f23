import { useState } from 'react'
import { formatCount } from '../../../shared/messages/figures.ts'
import { openRounds, type WorkshopRound } from '../../../shared/model/workshop.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { bySection } from '../../rating/session/progress.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { SearchField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import styles from './rounds-panel.module.css'
import { useRounds } from './use-workshop.ts'

interface PanelProps {
  readonly workshop: string
}

/** Opens a round, or takes one back, and says why it did not work. */
function useRoundActions(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [problem, setProblem] = useState<Problem | null>(null)
  const doing = async (work: Promise<unknown>) => {
    setProblem(null)
    await work.catch((error: unknown) => setProblem(problemOf(error)))
  }
  return {
    problem,
    open: (indicators: string[] | null) =>
      doing(client.round.open({ workbook, workshop, indicators })),
    takeBack: (round: number) => doing(client.round.takeBack({ workbook, workshop, round })),
  }
}

interface RoundProps {
  readonly round: WorkshopRound
  readonly isCurrent: boolean
  readonly onTakeBack: (round: number) => void
}

function Round({ round, isCurrent, onTakeBack }: RoundProps) {
  return (
    <li className={styles.round}>
      <span className={styles.name}>Round {round.round}</span>
      {isCurrent && <Tag tone="accent">Being rated now</Tag>}
      <span className={styles.about}>
        {askedWords(round)}; {answeredWords(round)}
      </span>
      {isCurrent && round.round > 1 && (
        <Button variant="quiet" onPress={() => onTakeBack(round.round)}>
          Close round {round.round}
        </Button>
      )}
    </li>
  )
}

/** The rounds of a workshop: what is rated now, and the ways to have something rated again. */
export function RoundsPanel({ workshop }: PanelProps) {
  const { answer, retry } = useRounds(workshop)
  const { problem, open, takeBack } = useRoundActions(workshop)
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <Stack as="section" gap={4} aria-labelledby="rounds">
      <h2 id="rounds" className={styles.heading}>
        Rounds
      </h2>
      <p className={styles.lead}>
        After talking, people can rate again. Their earlier answers are kept and are not shown to
        them; results tell who moved, in counts.
      </p>
      <Loaded from={answer} what="the rounds" onRetry={retry}>
        {rounds => (
          <ul>
            {rounds.map(round => (
              <Round
                key={round.round}
                round={round}
                isCurrent={round === openRounds(rounds).at(-1)}
                onTakeBack={number => void takeBack(number)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {problem && (
        <Notice tone="danger" heading="That did not work" announce>
          <p>{problem.message}</p>
        </Notice>
      )}
      <Row gap={3} wrap>
        <Button onPress={() => setIsChoosing(true)}>Rate some again</Button>
        <Button variant="quiet" onPress={() => void open(null)}>
          Rate everything again
        </Button>
      </Row>
      {isChoosing && (
        <ChooseIndicators
          onClose={() => setIsChoosing(false)}
          onChosen={indicators => {
            setIsChoosing(false)
            void open([...indicators])
          }}
        />
      )}
    </Stack>
  )
}

interface ChooseIndicatorsProps {
  readonly onClose: () => void
  readonly onChosen: (indicators: readonly string[]) => void
}

interface ListProps {
  readonly wanted: string
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (indicator: string) => void
}

function List({ wanted, chosen, onToggle }: ListProps) {
  const framework = useWorkbook(state => state.framework)
  if (framework.state !== 'ready') return null
  const found = framework.value.indicators.filter(({ code, title }) =>
    `${code} ${title}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  if (found.length === 0) return <p>No indicator has these words.</p>
  return bySection(found).map(({ title, members }) => (
    <section key={title}>
      <h3 className={styles.section}>{title}</h3>
      <ul>
        {members.map(({ indicator: { id, code, title } }) => (
          <li key={id}>
            <Checkbox isSelected={chosen.has(id)} onChange={() => onToggle(id)}>
              <span className={styles.code}>{code}</span> {title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** A sheet to choose the indicators that people rate again. */
function ChooseIndicators({ onClose, onChosen }: ChooseIndicatorsProps) {
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (indicator: string) =>
    setChosen(before => {
      const after = new Set(before)
      if (!after.delete(indicator)) after.add(indicator)
      return after
    })
  return (
    <Dialog
      title="Which indicators are rated again?"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={chosen.size === 0}
            onPress={() => onChosen([...chosen])}
          >
            {chosen.size <= 1 ? 'Rate this again' : `Rate these ${chosen.size} again`}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <SearchField label="Find an indicator" value={wanted} onChange={setWanted} />
        <List wanted={wanted} chosen={chosen} onToggle={toggle} />
      </Stack>
    </Dialog>
  )
}

/** The indicators that a round asks for, in words. */
export function askedWords({ indicators }: Pick<WorkshopRound, 'indicators'>): string {
  if (indicators === null) return 'all indicators'
  return indicators.length === 1 ? '1 indicator' : `${formatCount(indicators.length)} indicators`
}

/** The number of people who have rated in a round, in words. */
function answeredWords({ answered }: Pick<WorkshopRound, 'answered'>): string {
  if (answered === 0) return 'nobody has rated yet'
  return answered === 1 ? '1 person has rated' : `${formatCount(answered)} people have rated`
}
