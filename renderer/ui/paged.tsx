import { type ReactNode, useState } from 'react'
import { Pager } from './pager.tsx'

interface PagedProps<Item> {
  /** What is paged, such as `problems`. */
  readonly what: string
  readonly items: readonly Item[]
  readonly perPage: number
  /** Shows the items of one page. */
  readonly children: (shown: readonly Item[]) => ReactNode
}

/** A long list, one page of it at a time. A list that has become shorter shows its last page. */
export function Paged<Item>({ what, items, perPage, children }: PagedProps<Item>) {
  const [wanted, setWanted] = useState(0)
  const page = Math.min(wanted, Math.max(0, Math.ceil(items.length / perPage) - 1))
  return (
    <>
      {children(items.slice(page * perPage, (page + 1) * perPage))}
      <Pager what={what} page={page} perPage={perPage} total={items.length} onPage={setWanted} />
    </>
  )
}
