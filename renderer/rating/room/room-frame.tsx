import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { BareFrame } from '../../app/frame.tsx'
import { loadPatiently } from '../../data/load-patiently.ts'
import { UnlockControl } from './unlock-control.tsx'

// Apart, as most people never ask for it.
const HowToRate = lazy(async () => ({
  default: (await loadPatiently(() => import('./how-to-rate.tsx'))).HowToRate,
}))

/** The frame of a room's calm pages: nothing but the page, the participant's card by F1, and the facilitator's way out. */
export function RoomFrame({ children }: { readonly children: ReactNode }) {
  const [isHelping, setIsHelping] = useState(false)
  useEffect(() => {
    const onPress = (press: KeyboardEvent) => {
      if (press.key !== 'F1') return
      press.preventDefault()
      setIsHelping(true)
    }
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [])
  return (
    <BareFrame corner={<UnlockControl />}>
      {children}
      {isHelping && (
        <Suspense fallback={null}>
          <HowToRate onClose={() => setIsHelping(false)} />
        </Suspense>
      )}
    </BareFrame>
  )
}
