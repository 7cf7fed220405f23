import { useEffect, useState } from 'react'
import { loadPatiently } from './load-patiently.ts'

/** A part of the page that is loaded apart, as few people need it or not at once. */
export interface LatePart<Part> {
  /** Loads it before it is drawn. */
  readonly loadAhead: () => void
  /**
   * The part, or null until it is there. It is drawn the moment that it comes: behind a fallback of React's own a page
   * would stay blank for 300 ms longer, the time for which React holds back what follows one.
   */
  readonly useIt: () => Part | null
}

/** Makes a late part of what loads it. Once there, it stays. */
export function latePart<Part>(load: () => Promise<Part>): LatePart<Part> {
  let there: Part | null = null
  let coming: Promise<Part> | null = null
  const loaded = () => {
    coming ??= loadPatiently(load).then(part => {
      there = part
      return part
    })
    return coming
  }
  return {
    loadAhead: () => void loaded(),
    useIt: () => {
      const [part, setPart] = useState(there)
      useEffect(() => {
        let isGone = false
        // A part may be a function, which React would call.
        void loaded().then(it => isGone || setPart(() => it))
        return () => {
          isGone = true
        }
      }, [])
      return part
    },
  }
}
