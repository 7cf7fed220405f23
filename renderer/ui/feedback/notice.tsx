import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { CautionIcon, CheckIcon, DangerIcon, InfoIcon } from '../icons.tsx'
import { ENGLISH_TEXT, useWords } from '../language/language-context.tsx'
import styles from './notice.module.css'

type NoticeTone = 'info' | 'positive' | 'caution' | 'danger'

interface NoticeProps {
  readonly tone?: NoticeTone
  /** The event, in a few words. */
  readonly heading: string
  /** Its meaning, and the next step for the person. */
  readonly children?: ReactNode
  /** Buttons that do it. */
  readonly actions?: ReactNode
  /** Read it out at once when it appears; for what came of something the person did. */
  readonly announce?: boolean
}

const ICONS = {
  info: <InfoIcon size={24} />,
  positive: <CheckIcon size={24} />,
  caution: <CautionIcon size={24} />,
  danger: <DangerIcon size={24} />,
} as const

/** Something to know before going on: what happened and what to do. */
export function Notice({ tone = 'info', heading, children, actions, announce }: NoticeProps) {
  const role = announce ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div className={classNames(styles.notice, styles[tone])} role={role}>
      <span className={styles.icon}>{ICONS[tone]}</span>
      <div className={styles.body}>
        <p className={styles.heading}>{heading}</p>
        {children && <div className={styles.words}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

interface ProblemNoticeProps {
  /** The event, in a few words. */
  readonly heading?: string
  /** The sentence that says what happened and what to do; null where all went well. */
  readonly problem: string | null
}

/** A notice of what came of something the person did, where it did not work; nothing otherwise. */
export function ProblemNotice({ heading, problem }: ProblemNoticeProps) {
  const { controls } = useWords()
  if (problem === null) return null
  return (
    <Notice tone="danger" heading={heading ?? controls.didNotWork} announce>
      <p {...ENGLISH_TEXT}>{problem}</p>
    </Notice>
  )
}

interface EmptyStateProps {
  readonly heading: string
  /** The reason why there is nothing here yet, and what to do. */
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** A drawing; decoration only. */
  readonly picture?: ReactNode
}

/** A page without content of its own: it says why and offers a next step, never just an empty table. */
export function EmptyState({ heading, children, actions, picture }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      {picture && <div className={styles.picture}>{picture}</div>}
      <h2 className={styles.emptyHeading}>{heading}</h2>
      <div className={styles.emptyWords}>{children}</div>
      {actions && <div className={styles.emptyActions}>{actions}</div>}
    </section>
  )
}
