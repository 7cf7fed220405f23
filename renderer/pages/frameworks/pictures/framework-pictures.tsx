import type { ReactNode } from 'react'
import { useClient } from '../../../data/services.tsx'
import { useQuery } from '../../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { PicturesProvider } from '../../../ui/pictures/pictures-context.tsx'

const NONE = [] as const

/** Hands down the pictures of the framework in use; until they are there, none. */
export function FrameworkPictures({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.framework)
  const { answer } = useQuery(`pictures ${revision}`, () => client.framework.pictures({ workbook }))
  return (
    <PicturesProvider
      pictures={answer.state === 'ready' ? answer.value : NONE}
      read={content => client.framework.picture({ workbook, content })}
    >
      {children}
    </PicturesProvider>
  )
}
