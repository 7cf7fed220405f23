import { type DragEvent, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './drop-area.module.css'

interface DropAreaProps {
  /** Called with a dropped file. */
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/**
 * A place to drop a file on. It is a shortcut only: the button inside it does the same by keyboard.
 */
export function DropArea({ onFile, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files.item(0)
    if (file) onFile(file)
  }
  return (
    <section
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      aria-label="Framework file"
      className={classNames(styles.area, isOver && styles.over)}
    >
      {children}
    </section>
  )
}
