import { routes } from '../../app/routes.ts'
import { EmptyState } from '../../ui/feedback/notice.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { LonePage, PageHeading } from '../../ui/layout/page-heading.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <EmptyState
        heading="This address leads nowhere"
        actions={<LinkButton href={routes.library()}>Go to the library</LinkButton>}
      >
        <p>Nothing is lost. All your workbooks are in the library.</p>
      </EmptyState>
    </>
  )
}

/** The page for a browser that was not given the token; `reason` is the program's own sentence. */
export function LockedPage({ reason }: { readonly reason: string | null }) {
  return (
    <LonePage>
      <PageHeading title="This page needs its full address">
        {reason !== null && <p>{reason}</p>}
        <p>
          Framework Workbook prints an address when it starts. Open that whole address, from{' '}
          <strong>http://</strong> to its last letter: the part after <strong>#token=</strong> is
          the key that keeps other programs out of your workbooks.
        </p>
      </PageHeading>
    </LonePage>
  )
}

/** The page in the place of every other where the facilitator's lock cannot be read, so that nothing is open. */
export function UnreadableLock({ message }: { readonly message: string }) {
  return (
    <LonePage>
      <PageHeading title="The program is locked">
        <p>{message}</p>
        <p>Nothing is lost. This page goes on by itself once the file can be read.</p>
      </PageHeading>
    </LonePage>
  )
}
