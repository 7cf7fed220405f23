import type { ReactNode } from 'react'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { useWorkbook } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'

interface WithWorkshopProps {
  readonly workshop: string
  readonly children: (workshop: Workshop) => ReactNode
}

/** A page about one workshop, once it is known; a heading that says so where there is none. */
export function WithWorkshop({ workshop, children }: WithWorkshopProps) {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  return (
    <Loaded from={workshops} what="the workshop" onRetry={() => void refresh()}>
      {list => {
        const found = list.find(({ id }) => id === workshop)
        return found ? children(found) : <PageHeading title="There is no such workshop" />
      }}
    </Loaded>
  )
}
