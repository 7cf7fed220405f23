import { Link } from 'wouter'
import type { Indicator } from '../../../shared/model/framework.ts'
import { formatCount } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type FrameworkFilter, isNarrowed } from './filter.ts'
import styles from './framework-tree.module.css'
import { keyOf, type OutcomeNode, type SectionNode, sectionsOf } from './tree.ts'
import { type OpenSections, useOpenSections } from './use-open-sections.ts'

interface FrameworkTreeProps {
  readonly indicators: readonly Indicator[]
  readonly filter: FrameworkFilter
  /** The indicator that is shown in full. */
  readonly code: string | null
  readonly onClear: () => void
}

interface BranchProps extends Pick<OpenSections, 'open' | 'onOpenChange'> {
  readonly code: string | null
}

function Outcome({ outcome, code }: { readonly outcome: OutcomeNode } & Pick<BranchProps, 'code'>) {
  const workbook = useWorkbookId()
  return (
    <div className={styles.outcome}>
      {outcome.title && (
        <p className={styles.outcomeTitle}>
          <span className={styles.outcomeLabel}>Expected outcome</span>
          {outcome.title}
        </p>
      )}
      <ul>
        {outcome.indicators.map(indicator => (
          <li key={indicator.code}>
            <Link
              href={routes.indicator(workbook, indicator.code)}
              className={classNames(styles.indicator, indicator.code === code && styles.current)}
              aria-current={indicator.code === code ? 'true' : undefined}
            >
              <span className={styles.code}>{indicator.code}</span>
              <span>{indicator.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Section(
  props: BranchProps & { readonly section: SectionNode; readonly level: 2 | 3 | 4 },
) {
  const { section, level, code, open, onOpenChange } = props
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
            <Outcome key={outcome.title} outcome={outcome} code={code} />
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
            open={open}
            onOpenChange={onOpenChange}
          />
        ))}
      </div>
    </div>
  )
}
