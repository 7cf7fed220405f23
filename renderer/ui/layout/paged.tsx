import { type ReactNode, useState } from 'react'
import { formatCount } from '../../../shared/messages/figures.ts'
import { ArrowLeftIcon, ArrowRightIcon } from '../icons.tsx'
import { Button } from '../input/button.tsx'
import styles from './nav.module.css'

interface PagedProps<Item> {
  /** Names the items, such as `problems`. */
  readonly what: string
  readonly items: readonly Item[]
  readonly perPage: number
  /** The place of an item to go to whenever it is another one, from 0; left out or below 0, none. */
  readonly goTo?: number
  /** Shows the items of one page. */
  readonly children: (shown: readonly Item[]) => ReactNode
}

/** A long list, one page of it at a time. A list that has become shorter shows its last page. */
export function Paged<Item>({ what, items, perPage, goTo = -1, children }: PagedProps<Item>) {
  const [wanted, setWanted] = useState(0)
  const [gone, setGone] = useState(-1)
  if (goTo !== gone) {
    setGone(goTo)
    if (goTo >= 0) setWanted(Math.floor(goTo / perPage))
  }
  const page = Math.min(wanted, Math.max(0, Math.ceil(items.length / perPage) - 1))
  return (
    <>
      {children(items.slice(page * perPage, (page + 1) * perPage))}
      <Pager what={what} page={page} perPage={perPage} total={items.length} onPage={setWanted} />
    </>
  )
}

interface PagerProps {
  /** Names the items, such as `problems`; the labels of the buttons contain it. */
  readonly what: string
  /** The page in sight, from 0. */
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly onPage: (page: number) => void
}

/** Goes through a long list page by page; nothing where one page holds all. */
function Pager({ what, page, perPage, total, onPage }: PagerProps) {
  if (total <= perPage) return null
  const first = page * perPage + 1
  const last = Math.min(total, first + perPage - 1)
  return (
    <nav className={styles.pager} aria-label={`Pages of ${what}`}>
      <Button
        icon={<ArrowLeftIcon />}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
        aria-label={`Previous ${what}`}
      >
        Previous
      </Button>
      <p className={styles.where} role="status">
        {formatCount(first)} to {formatCount(last)} of {formatCount(total)}
      </p>
      <Button
        trailingIcon={<ArrowRightIcon />}
        isDisabled={last === total}
        onPress={() => onPage(page + 1)}
        aria-label={`Next ${what}`}
      >
        Next
      </Button>
    </nav>
  )
}
