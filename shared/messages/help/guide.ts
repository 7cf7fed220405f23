/** The screens that guides show, each pictured by `npm run screenshots`. */
export type GuidePicture = 'export' | 'framework' | 'rating' | 'results' | 'show' | 'workshop'

/** A part of a section. Words between asterisks are those of a control or heading on the screen. */
export type GuidePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly string[] }
  | { readonly kind: 'picture'; readonly picture: GuidePicture; readonly shows: string }

/** A section of a guide: what one needs to know at one place of the program. */
export interface GuideSection {
  /** The section's name in addresses. */
  readonly id: string
  readonly title: string
  readonly parts: readonly GuidePart[]
}

/** A guide for one kind of reader. */
export interface Guide {
  readonly id: string
  readonly title: string
  /** A sentence that says who it is for. */
  readonly lead: string
  readonly sections: readonly GuideSection[]
}

/** A paragraph. */
export const text = (words: string): GuidePart => ({ kind: 'text', text: words })
/** Things to do, one after the other. */
export const steps = (...items: readonly string[]): GuidePart => ({ kind: 'steps', items })
/** Things to know, in no order. */
export const points = (...items: readonly string[]): GuidePart => ({ kind: 'points', items })
/** A picture of a screen, with what it shows in words. */
export const picture = (of: GuidePicture, shows: string): GuidePart => ({
  kind: 'picture',
  picture: of,
  shows,
})
