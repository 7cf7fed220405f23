import { useState } from 'react'
import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import { type Problem, problemOf } from '../../host/problem.ts'
import { openRounds } from '../../rating/rounds.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ChooseIndicators } from './choose-indicators.tsx'
import { answeredWords, askedWords } from './round-words.ts'
import styles from './rounds-panel.module.css'
import { useRounds } from './use-rounds.ts'

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
    <section className={styles.panel} aria-labelledby="rounds">
      <h2 id="rounds" className={styles.heading}>
        Rounds
      </h2>
      <p className={styles.lead}>
        After talking, people can rate again. Their earlier answers are kept and are not shown to
        them; results tell who moved, in counts.
      </p>
      <Loaded from={answer} what="the rounds" onRetry={retry}>
        {rounds => (
          <ul className={styles.rounds}>
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
      <div className={styles.actions}>
        <Button onPress={() => setIsChoosing(true)}>Rate some again</Button>
        <Button variant="quiet" onPress={() => void open(null)}>
          Rate everything again
        </Button>
      </div>
      {isChoosing && (
        <ChooseIndicators
          onClose={() => setIsChoosing(false)}
          onChosen={indicators => {
            setIsChoosing(false)
            void open([...indicators])
          }}
        />
      )}
    </section>
  )
}
