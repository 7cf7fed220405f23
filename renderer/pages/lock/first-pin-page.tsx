import { useState } from 'react'
import { useLocation } from 'wouter'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { GoWithout } from './go-without.tsx'
import { RecoveryWords } from './recovery-words.tsx'
import { SetPin } from './set-pin.tsx'

/** The page that asks for a PIN once, before the laptop goes into a room's hands for the first time. */
export function FirstPinPage({ workshop }: { readonly workshop: string }) {
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [words, setWords] = useState<string | null>(null)
  const goOn = () => navigate(routes.workshop(workbook, workshop), { replace: true })
  return (
    <Stack gap={6}>
      <PageHeading title="A PIN for this laptop">
        <p>
          While the laptop goes round, people can join and rate, and nothing else. You get back to
          everything else with this PIN.
        </p>
      </PageHeading>
      {words === null ? (
        <>
          <SetPin hasPin={false} onSet={setWords} />
          <GoWithout hasPin={false} onDone={goOn} />
        </>
      ) : (
        <RecoveryWords words={words} onWritten={goOn} />
      )}
    </Stack>
  )
}
