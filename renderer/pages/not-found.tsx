import { routes } from '../routes.ts'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <EmptyState
        heading="This address leads nowhere"
        actions={<LinkButton href={routes.library}>Go to the library</LinkButton>}
      >
        <p>Nothing is lost. All your workbooks are in the library.</p>
      </EmptyState>
    </>
  )
}
