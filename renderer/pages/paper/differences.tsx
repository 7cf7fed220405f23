import { useEffect, useState } from 'react'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { counted } from '../../../shared/messages/figures.ts'
import { SHEET_WORDS } from '../../../shared/messages/paper.ts'
import type { SheetDifference } from '../../../shared/model/paper.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './paper.module.css'

/** The questions that two readings tell differently, each to be settled by the paper. */
export function Differences({ sheet }: { readonly sheet: number }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer, retry } = useQuery(String(sheet), () =>
    client.paper.differences({ workbook, sheet }),
  )
  return (
    <Loaded from={answer} what="what differs" onRetry={retry}>
      {found => <Settling sheet={sheet} found={found} />}
    </Loaded>
  )
}

interface SettlingProps {
  readonly sheet: number
  readonly found: readonly SheetDifference[]
}

function Settling({ sheet, found }: SettlingProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [left, setLeft] = useState(found)
  useEffect(() => setLeft(found), [found])
  const { problem, run } = useAction()
  const settle = ({ indicator, criterion }: SheetDifference, answer: Answer) =>
    run(async () => {
      setLeft(await client.paper.settle({ workbook, sheet, indicator, criterion, answer }))
    })
  if (left.length === 0) {
    return <Notice tone="positive" heading="Both readings say the same" announce />
  }
  return (
    <Stack gap={4}>
      <h2>{counted(left.length, 'difference', 'differences')}</h2>
      <p>Look at the paper, and press what is crossed there.</p>
      <ProblemNotice problem={problem} />
      <ul className={styles.differences}>
        {left.map(difference => (
          <li key={`${difference.criterion} ${difference.indicator}`}>
            <Difference difference={difference} onSettle={answer => settle(difference, answer)} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

interface DifferenceProps {
  readonly difference: SheetDifference
  readonly onSettle: (answer: Answer) => void
}

const wordsOf = (answer: Answer): string => {
  if (answer.kind === 'none') return 'no cross'
  return answer.kind === 'level' ? String(answer.level) : ANSWER_LABELS[answer.kind]
}

function Difference({ difference, onSettle }: DifferenceProps) {
  const info = useWorkbook(state => state.info)
  const levels = info.state === 'ready' ? info.value.scale : 0
  const { line, code, title, criterion, first, second } = difference
  const others: readonly Answer[] = [
    ...Array.from({ length: levels }, (_, at): Answer => ({ kind: 'level', level: at + 1 })),
    { kind: 'dont_know' },
    { kind: 'not_applicable' },
    { kind: 'none' },
  ]
  return (
    <Stack gap={2}>
      <h3>
        Line {line}: <bdi>{code}</bdi> <span dir="auto">{title}</span>
      </h3>
      <p>
        {SHEET_WORDS.columns[criterion]} The first reading says {wordsOf(first)}, the second{' '}
        {wordsOf(second)}.
      </p>
      <Row gap={2} wrap>
        {others.map(answer => (
          <Button key={wordsOf(answer)} onPress={() => onSettle(answer)}>
            {answer.kind === 'none' ? 'No cross' : wordsOf(answer)}
            <VisuallyHidden>
              {' '}
              is crossed in line {line}, {SHEET_WORDS.columns[criterion]}
            </VisuallyHidden>
          </Button>
        ))}
      </Row>
    </Stack>
  )
}
