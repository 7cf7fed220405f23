import { Button } from 'react-aria-components'
import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import { formatCount } from '../../../../shared/messages/figures.ts'
import type { RatingBehind } from '../../../../shared/model/provenance.ts'
import type { Answer } from '../../../../shared/model/rating.ts'
import type { Level } from '../../../../shared/model/scale.ts'
import { classNames } from '../../../ui/class-names.ts'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import styles from './rating-item.module.css'

interface FigureButtonProps {
  readonly count: number
  /** Says what the number counts; read out after it. */
  readonly about: string
  readonly onPress: () => void
}

/** A number that shows the ratings behind it when it is pressed; a plain nought where there are none. */
export function FigureButton({ count, about, onPress }: FigureButtonProps) {
  if (count === 0) return <>{formatCount(count)}</>
  return (
    <Button className={classNames(styles.figure)} onPress={onPress}>
      {formatCount(count)}
      <VisuallyHidden>: show the ratings of {about}</VisuallyHidden>
    </Button>
  )
}

/** Identifies a number by its group and its answers. */
export interface BehindWhat {
  /** The group whose number it is; null for everyone's. */
  readonly group: string | null
  /** `levels` for every figure over those who chose a level, a level's value, or an answer without one. */
  readonly answers: 'levels' | number | Exclude<Answer['kind'], 'level' | 'none'>
}

/** The ratings that a number counts, and with those for everyone the sides of conflicts that it does not. */
export function behindNumber(
  ratings: readonly RatingBehind[],
  { group, answers }: BehindWhat,
): readonly RatingBehind[] {
  const isMeant = ({ answer }: RatingBehind): boolean => {
    if (answers === 'levels') return answer.kind === 'level'
    return answer.kind === 'level' ? answer.level === answers : answer.kind === answers
  }
  return ratings.filter(rating => isMeant(rating) && (group === null || rating.countsIn === group))
}

/** The subject of a number, in words. */
export function behindWords({ group, answers }: BehindWhat, levels: readonly Level[]): string {
  const who = group ?? 'everyone'
  if (answers === 'levels') return `${who}, every level`
  if (typeof answers !== 'number') return `${who}, ${ANSWER_LABELS[answers].toLowerCase()}`
  const label = levels.find(({ value }) => value === answers)?.label ?? ''
  return `${who}, ${answers}: ${label.toLowerCase()}`
}
