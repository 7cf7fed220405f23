import { Fragment } from 'react'
import type { Piece } from '../../../shared/model/glossary/find-terms.ts'
import { meaningIn } from '../../../shared/model/glossary/terms.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { Term } from './term.tsx'

interface ExplainedProps {
  /** A text, parted at the words that are explained. */
  readonly pieces: readonly Piece[]
  /** The wording that the text is in. */
  readonly wording: Wording
}

/** A text in which words of the glossary can be asked for their meaning. */
export function Explained({ pieces, wording }: ExplainedProps) {
  return pieces.map(({ text, term }, place) => {
    const key = `${place} ${text}`
    if (term === null) return <Fragment key={key}>{text}</Fragment>
    return (
      <Term key={key} meaning={meaningIn(wording, term)}>
        {text}
      </Term>
    )
  })
}
