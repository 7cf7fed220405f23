import { Notice } from '../../ui/notice.tsx'

/** Stands over every figure that rests on made-up ratings. */
export function MadeUpNotice() {
  return (
    <Notice tone="caution" heading="These ratings are made up">
      <p>They came with the example. Nobody gave them, so do not quote any figure.</p>
    </Notice>
  )
}
