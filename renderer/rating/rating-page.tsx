import { useEffect, useState } from 'react'
import { BareFrame } from '../frame/app-frame.tsx'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ClosedPage } from './closed-page.tsx'
import { RatingProvider, useDesk, useRating } from './rating-context.tsx'
import { RatingScreen } from './rating-screen.tsx'
import { useSessionOf } from './use-session-of.ts'
import { Welcome } from './welcome.tsx'

interface RatingPageProps {
  readonly workshop: string
  readonly participant: string
  /** The round to rate; null for the one that the workshop is rating now. */
  readonly round: number | null
}

/** Keeps the indicators on screen those of the framework version in use. */
function useFramework() {
  const framework = useWorkbook(state => state.framework)
  const follow = useRating(state => state.follow)
  useEffect(() => {
    if (framework.state === 'ready') follow(framework.value)
  }, [framework, follow])
}

/** Whoever has put nothing down yet is told first what will happen. */
function Steps({ workshop }: Pick<RatingPageProps, 'workshop'>) {
  const isNew = useRating(state => state.drafts.size === 0)
  const [hasStarted, setHasStarted] = useState(!isNew)
  useFramework()
  if (hasStarted) return <RatingScreen workshop={workshop} />
  return (
    <BareFrame>
      <Welcome onStart={() => setHasStarted(true)} />
    </BareFrame>
  )
}

function OpenRating({ workshop, participant, round }: RatingPageProps) {
  const workbook = useWorkbookId()
  const { session, open } = useSessionOf({ workbook, workshop, participant, round })
  if (session.state === 'ready') {
    return (
      <RatingProvider session={session.value}>
        <Steps workshop={workshop} />
      </RatingProvider>
    )
  }
  return (
    <BareFrame>
      <Loaded from={session} what="the indicators" onRetry={() => void open()}>
        {() => null}
      </Loaded>
    </BareFrame>
  )
}

/**
 * Where one participant rates. Whoever comes to its address without having been let in, as by the
 * browser's Back after a hand-over, finds it closed.
 */
export function RatingPage(props: RatingPageProps) {
  const desk = useDesk()
  if (desk.isAdmitted(props.participant)) return <OpenRating key={props.participant} {...props} />
  return (
    <BareFrame>
      <ClosedPage workshop={props.workshop} />
    </BareFrame>
  )
}
