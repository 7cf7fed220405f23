import { formatCount } from '../format.ts'
import { Button } from './button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from './icons.tsx'
import styles from './pager.module.css'

interface PagerProps {
  /** What is paged, such as `problems`; the buttons are named by it. */
  readonly what: string
  /** The page in sight, from 0. */
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly onPage: (page: number) => void
}

/** Goes through a long list page by page; nothing where one page holds all. */
export function Pager({ what, page, perPage, total, onPage }: PagerProps) {
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
