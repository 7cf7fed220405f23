import type { ReactNode } from 'react'
import { BareFrame } from '../../app/frame.tsx'
import { UnlockControl } from './unlock-control.tsx'

/** The frame of a room's calm pages: nothing but the page, and the facilitator's way out in the corner. */
export function RoomFrame({ children }: { readonly children: ReactNode }) {
  return <BareFrame corner={<UnlockControl />}>{children}</BareFrame>
}
