import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './tag.module.css'

type TagTone = 'plain' | 'accent' | 'positive' | 'caution' | 'danger'

interface TagProps {
  readonly tone?: TagTone
  readonly children: ReactNode
}

/** A word or two about a thing, such as its data type. It says in words what its colour says. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>
}
