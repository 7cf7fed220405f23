import { mouthOf } from '../../../shared/face.ts'

interface FaceProps {
  readonly level: number
  /** The number of levels of the scale. */
  readonly of: number
}

/** A face for a level: the word beside it says the same, so that nobody needs to read it from the face. */
export function Face({ level, of }: FaceProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="10.5" />
      <circle cx="8.3" cy="9.3" r="1" fill="currentColor" />
      <circle cx="15.7" cy="9.3" r="1" fill="currentColor" />
      <path d={mouthOf(level, of)} />
    </svg>
  )
}
