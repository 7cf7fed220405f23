import { mouthOf } from '../../shared/face.ts'

/** A face for a level, as printers draw it: black on white. */
export const drawFace = (level: number, levels: number): string =>
  `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="#000" stroke-width="1.3" stroke-linecap="round"><circle cx="12" cy="12" r="10.5"/><circle cx="8.3" cy="9.3" r=".9" fill="#000"/><circle cx="15.7" cy="9.3" r=".9" fill="#000"/><path d="${mouthOf(level, levels)}"/></svg>`
