import type { DrawPdf } from '../engine/engine.ts'
import type { EngineParent } from './engine-side.ts'

/** Draws pages by asking main, which has the browser. */
export function askForPdf(parent: EngineParent): DrawPdf {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>()
  let asked = 0
  parent.onMessage(message => {
    if (message.kind !== 'pdf-drawn') return
    waiting.get(message.request)?.(message.pdf)
    waiting.delete(message.request)
  })
  return page => {
    const request = ++asked
    const drawn = new Promise<Uint8Array | null>(resolve => waiting.set(request, resolve))
    parent.send({ kind: 'draw-pdf', request, page })
    return drawn
  }
}
