import type { ReactNode } from 'react'
import {
  Disclosure as AriaDisclosure,
  type DisclosureProps as AriaProps,
  Button,
  DisclosurePanel,
  Heading,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { ChevronRightIcon } from '../icons.tsx'
import styles from './disclosure.module.css'

type DisclosureProps = Pick<AriaProps, 'isExpanded' | 'defaultExpanded' | 'onExpandedChange'> & {
  readonly summary: ReactNode
  /** A short figure at the end of the line, such as how many things are inside. */
  readonly note?: ReactNode
  /** The rank of the summary among the page's headings. */
  readonly level?: 2 | 3 | 4
  readonly children: ReactNode
}

/** A line that opens to show more. */
export function Disclosure({ summary, note, level = 3, children, ...rest }: DisclosureProps) {
  return (
    <AriaDisclosure {...rest} className={classNames(styles.disclosure)}>
      <Heading level={level} className={classNames(styles.heading)}>
        <Button slot="trigger" className={classNames(styles.trigger)}>
          <ChevronRightIcon />
          <span className={styles.summary} dir="auto">
            {summary}
          </span>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
