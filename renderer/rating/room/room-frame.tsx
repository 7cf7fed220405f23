import { type ReactNode, useEffect, useState } from 'react'
import { BareFrame } from '../../app/frame.tsx'
import { latePart } from '../../data/late-part.ts'
import { UnlockControl } from './unlock-control.tsx'

// Apart, as most people never ask for it.
const CARD = latePart(() => import('./how-to-rate.tsx'))

function LateCard({ onClose }: { readonly onClose: () => void }) {
  const card = CARD.useIt()
  return card && <card.HowToRate onClose={onClose} />
}

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
      {isHelping && <LateCard onClose={() => setIsHelping(false)} />}
    </BareFrame>
  )
}
