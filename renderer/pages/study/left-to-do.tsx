import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { LEFT_WORDS } from '../../../shared/messages/whole-study.ts'
import type { LeftToDo, StudyRow } from '../../../shared/model/whole-study.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './study-page.module.css'

interface LeftProps {
  readonly left: LeftToDo
  readonly rows: readonly StudyRow[]
}

interface ItemProps {
  readonly words: string
  readonly why?: string
  /** The way to where it is dealt with: its address, and what the link says. */
  readonly href: string
  readonly action: string
}

function Item({ words, why, href, action }: ItemProps): ReactNode {
  return (
    <li className={styles.item}>
      <span className={styles.lines}>
        <span>{words}</span>
        {why && <span className={styles.small}>{why}</span>}
      </span>
      <LinkButton href={href} aria-label={`${action}: ${words}`}>
        {action}
      </LinkButton>
    </li>
  )
}

/** Work that is left to do before the study is whole, each with the way to where it is done. */
export function LeftToDoList({ left, rows }: LeftProps) {
  const workbook = useWorkbookId()
  const titleOf = (workshop: string) => rows.find(row => row.workshop === workshop)?.title
  const { conflicts, descriptions, hands, packages, setAside, codes, unread } = left
  const several = packages.length + codes.length
  const isDone = conflicts + descriptions + hands + setAside + unread + several === 0
  return (
    <Stack as="section" gap={3} aria-labelledby="left-to-do">
      <h2 id="left-to-do">Left to do</h2>
      {isDone && (
        <p className={styles.done}>
          <CheckIcon />
          Nothing: no open conflict, no package left out, no comment to read.
        </p>
      )}
      <ul className={styles.items}>
        {conflicts > 0 && (
          <Item
            words={LEFT_WORDS.conflicts(conflicts)}
            href={routes.conflicts(workbook)}
            action="Look at both sides"
          />
        )}
        {descriptions > 0 && (
          <Item
            words={LEFT_WORDS.descriptions(descriptions)}
            href={routes.conflicts(workbook)}
            action="Choose"
          />
        )}
        {hands > 0 && (
          <Item
            words={LEFT_WORDS.hands(hands)}
            href={routes.conflicts(workbook)}
            action="See which"
          />
        )}
        {packages.map(({ file, laptop, receipt, why }) => (
          <Item
            key={`${receipt} ${file}`}
            words={LEFT_WORDS.package(file, laptop)}
            why={why}
            href={routes.receipt(workbook, receipt)}
            action="Receipt"
          />
        ))}
        {setAside > 0 && (
          <Item
            words={LEFT_WORDS.setAside(setAside)}
            href={routes.framework(workbook)}
            action="Versions"
          />
        )}
        {codes.map(({ code, workshop, people }) => (
          <Item
            key={`${workshop} ${code}`}
            words={LEFT_WORDS.code(code, people)}
            why={titleOf(workshop) ?? ''}
            href={routes.workshop(workbook, workshop)}
            action="Participants"
          />
        ))}
        {unread > 0 && (
          <Item
            words={LEFT_WORDS.unread(unread)}
            href={routes.comments(workbook)}
            action="Comments"
          />
        )}
      </ul>
      {conflicts === 0 && (
        <p className={styles.small}>
          <Link href={routes.conflicts(workbook)}>Conflicts that were settled</Link> can be taken
          back.
        </p>
      )}
    </Stack>
  )
}
