import { type DragEvent, type ReactNode, useState } from 'react'
import { classNames } from '../class-names.ts'
import styles from './button.module.css'

interface DropAreaProps {
  /** Names the files to drop here, such as `Framework file`. */
  readonly label: string
  /** Called with what was dropped, while it is still to hand. */
  readonly onDrop: (dropped: DataTransfer) => void
  readonly children: ReactNode
}

/**
 * A place to drop files on. It is a shortcut only: the button inside it does the same by keyboard.
 */
export function DropArea({ label, onDrop, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    onDrop(event.dataTransfer)
  }
  return (
    <section
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      aria-label={label}
      className={classNames(styles.dropArea, isOver && styles.dropOver)}
    >
      {children}
    </section>
  )
}
