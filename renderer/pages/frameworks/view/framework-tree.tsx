import { useState } from 'react'
import { formatCount } from '../../../../shared/messages/figures.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { EmptyState } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { MOST_DRAWN_WHOLE } from '../../../ui/layout/near-window.ts'
import styles from './framework-tree.module.css'
import { IndicatorLinks } from './indicator-links.tsx'
import {
  allKeys,
  type FrameworkFilter,
  isNarrowed,
  keyOf,
  keysTo,
  type OutcomeNode,
  type SectionNode,
  sectionsOf,
} from './tree.ts'

interface FrameworkTreeProps {
  readonly indicators: readonly Indicator[]
  readonly filter: FrameworkFilter
  /** The indicator that is shown in full. */
  readonly code: string | null
  readonly onClear: () => void
}

interface BranchProps extends Pick<OpenSections, 'open' | 'onOpenChange'> {
  readonly code: string | null
  /** True where the tree has more indicators than are drawn at once. */
  readonly isLong: boolean
}

type OutcomeProps = Pick<BranchProps, 'code' | 'isLong'> & { readonly outcome: OutcomeNode }

function Outcome({ outcome, code, isLong }: OutcomeProps) {
  return (
    <div>
      {outcome.title && (
        <p className={styles.outcomeTitle}>
          <span className={styles.outcomeLabel}>Expected outcome</span>
          <span dir="auto">{outcome.title}</span>
        </p>
      )}
      <IndicatorLinks indicators={outcome.indicators} code={code} isLong={isLong} />
    </div>
  )
}

function Section(
  props: BranchProps & { readonly section: SectionNode; readonly level: 2 | 3 | 4 },
) {
  const { section, level, code, isLong, open, onOpenChange } = props
  const key = keyOf(section)
  const inner = level === 2 ? 3 : 4
  return (
    <div className={styles.section}>
      <Disclosure
        level={level}
        summary={section.path.at(-1)}
        note={formatCount(section.count)}
        isExpanded={open.has(key)}
        onExpandedChange={isOpen => onOpenChange(key, isOpen)}
      >
        <div className={styles.within}>
          {section.outcomes.map(outcome => (
            <Outcome key={outcome.title} outcome={outcome} code={code} isLong={isLong} />
          ))}
          {section.sections.map(each => (
            <Section key={keyOf(each)} {...props} section={each} level={inner} />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

/** Sections, expected outcomes and indicators; everything is open while it is narrowed down. */
export function FrameworkTree({ indicators, filter, code, onClear }: FrameworkTreeProps) {
  const sections = sectionsOf(indicators)
  const narrowed = isNarrowed(filter)
  const { open, onOpenChange, isWhole, toggleAll } = useOpenSections(sections, code, narrowed)
  if (sections.length === 0) {
    return (
      <EmptyState
        heading="No indicator fits"
        actions={<Button onPress={onClear}>Show all indicators</Button>}
      >
        <p>Try fewer words, or another data type or status.</p>
      </EmptyState>
    )
  }
  return (
    <div>
      {!narrowed && (
        <div className={styles.toggle}>
          <Button variant="quiet" onPress={toggleAll}>
            {isWhole ? 'Close all sections' : 'Open all sections'}
          </Button>
        </div>
      )}
      <div className={styles.tree}>
        {sections.map(section => (
          <Section
            key={keyOf(section)}
            section={section}
            level={2}
            code={code}
            isLong={indicators.length > MOST_DRAWN_WHOLE}
            open={open}
            onOpenChange={onOpenChange}
          />
        ))}
      </div>
    </div>
  )
}

/** The open sections of the tree, by their keys, and the actions that open and close them. */
interface OpenSections {
  readonly open: ReadonlySet<string>
  readonly onOpenChange: (key: string, isOpen: boolean) => void
  readonly isWhole: boolean
  readonly toggleAll: () => void
}

/**
 * At first the first section is open; the sections around the indicator that is shown open whenever
 * another one is. `isAll` opens everything for the time being, and forgets nothing.
 */
function useOpenSections(
  sections: readonly SectionNode[],
  code: string | null,
  isAll: boolean,
): OpenSections {
  const keys = allKeys(sections)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(keys.slice(0, 1)))
  const [shownCode, setShownCode] = useState<string | null>(null)
  if (code !== null && code !== shownCode) {
    setShownCode(code)
    setOpened(new Set([...opened, ...keysTo(sections, code)]))
  }
  const open = isAll ? new Set(keys) : opened
  const isWhole = keys.every(key => open.has(key))
  return {
    open,
    isWhole,
    onOpenChange: (key, isOpen) =>
      setOpened(isOpen ? new Set([...opened, key]) : new Set([...opened].filter(k => k !== key))),
    toggleAll: () => setOpened(new Set(isWhole ? [] : keys)),
  }
}
