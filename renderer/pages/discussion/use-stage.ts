import { useEffect, useState } from 'react'
import { type StageKeyId, stageKeyOf } from '../../../shared/commands.ts'
import type { Wording } from '../../../shared/model/rating.ts'

/** The ways of looking that stay from one indicator to the next. */
interface Looked {
  readonly wording: Wording
  /** True while a room sees nothing, as its eyes belong to whoever speaks. */
  readonly isBlank: boolean
  /** The id of the indicator whose comments are shown: chosen anew for each, and never the first thing to be seen. */
  readonly commentsOf: string | null
}

/** The view that a room looks at, and the ways to change it. */
export interface StageControl extends Looked {
  readonly choose: (wording: Wording) => void
  readonly setBlank: (isBlank: boolean) => void
  readonly showComments: (indicator: string | null) => void
}

/** The stage of a discussion, with the title and without comments at first. */
export function useStage(): StageControl {
  const [stage, setStage] = useState<Looked>({ wording: 'title', isBlank: false, commentsOf: null })
  return {
    ...stage,
    choose: wording => setStage(now => ({ ...now, wording })),
    setBlank: isBlank => setStage(now => ({ ...now, isBlank })),
    showComments: commentsOf => setStage(now => ({ ...now, commentsOf })),
  }
}

/** The moves that keys can make; one that is left out has nowhere to go. */
export type StageMoves = Readonly<Record<StageKeyId, (() => void) | undefined>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type))

/** Listens for the keys of the stage, wherever the focus is, unless somebody types or a sheet is open. */
export function useStageKeys(moves: StageMoves): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const id = stageKeyOf(event)
      if (id === null || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      // A remote's Page down would scroll what is to go away.
      event.preventDefault()
      if (!event.repeat) moves[id]?.()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
