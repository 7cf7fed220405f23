/** A picture without all that nobody sees of it, and its size in pixels; the fault of one that cannot be taken. */
export type Cleaned =
  | { readonly bytes: Buffer; readonly width: number; readonly height: number }
  | { readonly fault: 'damaged' | 'moves' }

/** The fault of a file that is not built as it should be. */
export const DAMAGED = { fault: 'damaged' } as const
