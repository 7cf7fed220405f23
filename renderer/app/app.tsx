import { useEffect } from 'react'
import { latePart } from '../data/late-part.ts'
import { followLock } from '../data/lock-store.ts'
import { type Services, ServicesProvider, useLock, useServices } from '../data/services.tsx'
import { UnreadableLock } from '../pages/common/no-page.tsx'
import { useClearedCopies } from '../rating/room/copies.ts'
import { RoomApp } from '../rating/room/room-app.tsx'
import { RatingSessionsProvider } from '../rating/session/rating-context.tsx'
import { BareFrame } from './frame.tsx'

// Apart, as nobody who rates needs them: half of the program is theirs.
const OWN_PAGES = latePart(() => import('./pages.tsx'))

/** Loads the facilitator's pages before it is known whether they are needed. */
export const loadPagesAhead = OWN_PAGES.loadAhead

/** The whole page: its services, and the page at each address. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesProvider services={services}>
      <RatingSessionsProvider>
        <Gate />
      </RatingSessionsProvider>
    </ServicesProvider>
  )
}

/** Follows the facilitator's lock: a room gets its own screens, whatever the address says. */
function Gate() {
  const { client, lock: store } = useServices()
  const lock = useLock()
  useEffect(() => {
    const ended = new AbortController()
    void followLock(client, store, ended.signal)
    return () => ended.abort()
  }, [client, store])
  useClearedCopies(lock.state === 'ready' ? lock.value.room : null)
  if (lock.state === 'loading') return <BareFrame>{null}</BareFrame>
  if (lock.state === 'failed') return <UnreadableLock message={lock.problem.message} />
  const { room } = lock.value
  return room === null ? <OwnPages /> : <RoomApp lock={lock.value} hold={room} />
}

/** The facilitator's pages, as soon as they are there. */
function OwnPages() {
  const own = OWN_PAGES.useIt()
  return own === null ? <BareFrame>{null}</BareFrame> : <own.Pages />
}
