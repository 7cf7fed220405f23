import type { HTMLAttributes } from 'react'
import { classNames } from '../class-names.ts'
import styles from './stack.module.css'

/** A step on the scale of distances: 4 is `--space-4`. */
type Space = 1 | 2 | 3 | 4 | 5 | 6

interface StackProps extends Omit<HTMLAttributes<HTMLElement>, 'className'> {
  /** The element to render; a `div` when left out. */
  readonly as?:
    | 'div'
    | 'dl'
    | 'figcaption'
    | 'form'
    | 'li'
    | 'nav'
    | 'p'
    | 'section'
    | 'span'
    | 'ul'
  /** The distance between the children; of two, the first is between lines, the second within one. */
  readonly gap?: Space | readonly [Space, Space]
  /** The alignment across the direction of the layout; children are stretched when left out. */
  readonly align?: 'start' | 'center' | 'end'
}

interface RowProps extends StackProps {
  /** The distribution along the row; children stand at its start when left out. */
  readonly justify?: 'between' | 'end'
  /** Lets the children break into several lines. */
  readonly wrap?: boolean
  /** Stands in a line of text. */
  readonly inline?: boolean
}

const ALIGNMENTS = { start: styles.alignStart, center: styles.alignCenter, end: styles.alignEnd }
const JUSTIFICATIONS = { between: styles.justifyBetween, end: styles.justifyEnd }

/** Lays its children out one below the other. */
export function Stack({ as: Element = 'div', gap, align, ...rest }: StackProps) {
  const className = classNames(styles.stack, align && ALIGNMENTS[align], gapClass(gap))
  return <Element {...rest} className={className} />
}

/** Lays its children out side by side. */
export function Row({ as: Element = 'div', gap, align, justify, ...others }: RowProps) {
  const { wrap = false, inline = false, ...rest } = others
  const className = classNames(
    inline ? styles.inline : styles.row,
    wrap && styles.wrap,
    align && ALIGNMENTS[align],
    justify && JUSTIFICATIONS[justify],
    gapClass(gap),
  )
  return <Element {...rest} className={className} />
}

/** The classes that set a distance between lines and one within a line. */
function gapClass(gap: StackProps['gap']): string {
  if (gap === undefined) return ''
  const [rowGap, columnGap] = typeof gap === 'number' ? [gap, gap] : gap
  return classNames(styles[`rowGap${rowGap}`], styles[`columnGap${columnGap}`])
}
