import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useClient } from '../../data/services.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useRatingSessions } from '../session/rating-context.tsx'
import { CoverPage } from './cover-page.tsx'
import { PauseProvider, useHolding } from './room-context.tsx'
import { STILL_THERE_SECONDS, useIdle } from './use-idle.ts'

const AGAIN_MS = 1_000

interface IdleWatchProps {
  /** Tells that the next person is there. */
  readonly onNext: () => void
  readonly children: ReactNode
}

/** Covers what a person was doing: at once where they pause, and after asking once nobody has touched the laptop for a while. */
export function IdleWatch({ onNext, children }: IdleWatchProps) {
  const { cover } = useWords()
  const { lock } = useHolding()
  const { idleness, stay } = useIdle(lock.idleMinutes * 60_000)
  const [isPaused, setIsPaused] = useState(false)
  const pause = useCallback(() => setIsPaused(true), [])
  // Covered at once, even before the engine knows, as it may be away just now.
  if (idleness === 'over' || isPaused) return <Covering onNext={onNext} />
  return (
    <>
      <PauseProvider onPause={pause}>{children}</PauseProvider>
      {idleness === 'asked' && (
        <Dialog
          role="alertdialog"
          title={cover.stillThere}
          isOpen
          onClose={stay}
          actions={
            <Button variant="primary" size="large" autoFocus onPress={stay}>
              {cover.amHere}
            </Button>
          }
        >
          <p>{cover.coversItself(STILL_THERE_SECONDS)}</p>
        </Dialog>
      )}
    </>
  )
}

/** The cover before the engine has it: asked for until everything is saved and the engine has answered. */
function Covering({ onNext }: Pick<IdleWatchProps, 'onNext'>) {
  const client = useClient()
  const sessions = useRatingSessions()
  useEffect(() => {
    let isWanted = true
    const cover = async () => {
      sessions.flush()
      const isDone =
        !sessions.hasUnsaved() &&
        (await client.room.cover().then(
          () => true,
          () => false,
        ))
      if (!isDone && isWanted) setTimeout(() => void cover(), AGAIN_MS)
    }
    void cover()
    return () => {
      isWanted = false
    }
  }, [client, sessions])
  return <CoverPage onNext={onNext} />
}
