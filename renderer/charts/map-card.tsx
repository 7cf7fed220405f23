import type { JudgedAxis, MapDot } from '../../shared/charts/priority-map/dots.ts'
import type { PlacedDot } from '../../shared/charts/priority-map/layout.ts'
import { TOO_FEW_LABEL } from '../../shared/messages/charts.ts'
import { formatCount, formatOne, formatShare } from '../../shared/messages/figures.ts'
import { CRITERION_NAMES, otherWordsOf } from '../../shared/messages/results.ts'
import { KIND_NAMES, PRIORITY_NAMES } from '../../shared/messages/rules.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { Row } from '../ui/layout/stack.tsx'
import styles from './map-card.module.css'
import { PriorityWord } from './priority-mark.tsx'

interface MapCardProps {
  readonly dot: PlacedDot
  readonly axis: JudgedAxis
  readonly plotWidth: number
}

const WIDTH = 288
const AWAY = 14

/** The position of the card: beside its dot, on the side with more room, and never over the edge. */
function cardPosition({ x, y }: PlacedDot, plotWidth: number) {
  const width = Math.min(WIDTH, plotWidth)
  const wanted = x + AWAY + width <= plotWidth ? x + AWAY : x - AWAY - width
  const left = Math.max(0, Math.min(wanted, plotWidth - width))
  const isBeside = wanted === left
  return {
    left,
    width,
    top: isBeside ? y : y + AWAY,
    transform: isBeside ? 'translateY(-50%)' : 'none',
  }
}

/** A card about the dot that a person points at. Its text is the dot's own, so it is not read out. */
export function MapCard({ dot, axis, plotWidth }: MapCardProps) {
  return (
    <div className={styles.card} style={cardPosition(dot, plotWidth)} aria-hidden="true">
      <p className={styles.code} dir="auto">
        {dot.code}
      </p>
      <p className={styles.title}>{dot.title}</p>
      <Row as="p" gap={[1, 3]} wrap>
        {dot.priority === null ? TOO_FEW_LABEL : <PriorityWord priority={dot.priority} />}
        {dot.kind && <span className={styles.kind}>{KIND_NAMES[dot.kind]}</span>}
      </Row>
      {dot.otherWords.answers > 0 && <p className={styles.kind}>{otherWordsOf(dot.otherWords)}</p>}
      <dl className={styles.figures}>
        {CRITERIA.map(criterion => (
          <div key={criterion}>
            <dt>{CRITERION_NAMES[criterion]}</dt>
            <dd>{formatJudged(dot[criterion], axis)}</dd>
          </div>
        ))}
        <div>
          <dt>n</dt>
          <dd>{formatCount(dot.n)}</dd>
        </div>
      </dl>
    </div>
  )
}

/** A value on the axis of a rule, in figures. */
const formatJudged = (value: number, { unit }: Pick<JudgedAxis, 'unit'>): string =>
  (unit === 'share' ? formatShare : formatOne)(value)

/** A dot of the priority map in a sentence, for screen readers. */
export function dotWords(dot: MapDot, axis: JudgedAxis): string {
  const { code, title, priority, usefulness, usability, n, kind, otherWords } = dot
  return [
    `${code} ${title}: ${(priority === null ? TOO_FEW_LABEL : PRIORITY_NAMES[priority]).toLowerCase()}`,
    `usefulness ${formatJudged(usefulness, axis)}`,
    `usability ${formatJudged(usability, axis)}`,
    `n ${formatCount(n)}`,
    ...(kind ? [KIND_NAMES[kind].toLowerCase()] : []),
    ...(otherWords.answers > 0 ? [otherWordsOf(otherWords)] : []),
  ].join(', ')
}
