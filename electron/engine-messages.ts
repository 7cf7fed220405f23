/** A file that a person chose in a dialog, on its way to become a permit. */
export interface FileToGrant {
  readonly path: string
  readonly name: string
}

/** The first message to an engine process: the options that it starts with. */
export interface EngineStart {
  readonly libraryFolder: string
  readonly appVersion: string
}

/**
 * A message from main to an engine process. `line` comes with a port where there are ports; an engine
 * on a Node of its own has none, so there each line's messages travel as `line-message`.
 */
export type ToEngine =
  | { readonly kind: 'start'; readonly start: EngineStart }
  | { readonly kind: 'grant'; readonly request: number; readonly file: FileToGrant }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'line-message'; readonly line: number; readonly data: unknown }
  | { readonly kind: 'line-closed'; readonly line: number }
  | { readonly kind: 'reader-reply'; readonly reader: number; readonly reply: unknown }
  | { readonly kind: 'reader-ended'; readonly reader: number }
  | {
      readonly kind: 'pdf-drawn'
      readonly request: number
      /** Null when the page could not be drawn. */
      readonly pdf: Uint8Array | null
    }
  | { readonly kind: 'close' }

/**
 * A message from an engine process to main. An engine in a utility process cannot start readers, so it
 * asks main to; one on a Node of its own forks them and never asks. Neither can draw a page.
 */
export type FromEngine =
  | { readonly kind: 'granted'; readonly request: number; readonly permit: string }
  | { readonly kind: 'line-message'; readonly line: number; readonly data: unknown }
  | { readonly kind: 'reader-request'; readonly reader: number; readonly request: unknown }
  | { readonly kind: 'kill-reader'; readonly reader: number }
  | { readonly kind: 'draw-pdf'; readonly request: number; readonly page: string }
  /** Sent at the start and at each change: whether the laptop is in a room's hands. */
  | { readonly kind: 'lock'; readonly isInRoom: boolean }
  | { readonly kind: 'closed' }
