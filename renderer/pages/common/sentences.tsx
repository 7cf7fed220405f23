import type { SaidTogether } from '../../../shared/messages/data-entry/problems.ts'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './file-questions.module.css'

const PER_PAGE = 15

interface SentencesProps {
  readonly heading: string
  /** The rank of the heading on the page. */
  readonly level?: 2 | 3
  readonly what: string
  readonly said: readonly Pick<SaidTogether, 'where' | 'message'>[]
}

/** Sentences about places in files; one that many places share is said once. */
export function Sentences({ heading, level = 2, what, said }: SentencesProps) {
  if (said.length === 0) return null
  const Heading = `h${level}` as const
  return (
    <Stack as="section" gap={3} aria-label={heading}>
      <Heading>{heading}</Heading>
      <Paged what={what} items={said} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.sentences}>
            {shown.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                <strong dir="auto">{where}</strong>
                <span dir="auto">{message}</span>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Stack>
  )
}
