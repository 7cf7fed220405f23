import { useRef } from 'react'
import { Link } from 'wouter'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useNearness, usePrinting } from '../../../ui/layout/near-window.ts'
import styles from './framework-tree.module.css'

/** Links that are drawn, or not, together. */
const LINKS_IN_PART = 40

/** The height of a link before any was measured, in pixels. */
const LIKELY_HEIGHT = 50

interface IndicatorLinksProps {
  readonly indicators: readonly Indicator[]
  /** The indicator that is shown in full. */
  readonly code: string | null
  /** True to draw only those near the window. */
  readonly isLong: boolean
}

/** Indicators as links to all that the framework says of them. */
export function IndicatorLinks({ indicators, code, isLong }: IndicatorLinksProps) {
  if (!isLong) return <Links indicators={indicators} code={code} />
  const firsts = indicators.flatMap((_, index) => (index % LINKS_IN_PART === 0 ? [index] : []))
  return firsts.map(first => (
    <Part key={first} indicators={indicators.slice(first, first + LINKS_IN_PART)} code={code} />
  ))
}

type LinksProps = Pick<IndicatorLinksProps, 'indicators' | 'code'>

/** Some links of a long list, drawn while they are near the window or printed; else a gap of their height. */
function Part({ indicators, code }: LinksProps) {
  const part = useRef<HTMLDivElement>(null)
  const { isNear, height } = useNearness(part, false)
  const isPrinted = usePrinting()
  const isDrawn = isNear || isPrinted
  const gap = { height: height ?? indicators.length * LIKELY_HEIGHT }
  return (
    <div ref={part} style={isDrawn ? undefined : gap}>
      {isDrawn && <Links indicators={indicators} code={code} />}
    </div>
  )
}

function Links({ indicators, code }: LinksProps) {
  const workbook = useWorkbookId()
  return (
    <ul>
      {indicators.map(indicator => (
        <li key={indicator.code}>
          <Link
            href={routes.framework(workbook, indicator.code)}
            className={classNames(styles.indicator, indicator.code === code && styles.current)}
            aria-current={indicator.code === code ? 'true' : undefined}
          >
            <bdi className={styles.code}>{indicator.code}</bdi>
            <span dir="auto">{indicator.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
