import { Button } from 'react-aria-components'
import { formatCount } from '../../../format.ts'
import { classNames } from '../../../ui/class-names.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './figure-button.module.css'

interface FigureButtonProps {
  readonly count: number
  /** What the number counts, read out after it. */
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
