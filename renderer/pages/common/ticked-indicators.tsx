import { useState } from 'react'
import type { Indicator } from '../../../shared/model/framework.ts'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { countTicked, type Ticked, tick } from './protocol-draft.ts'
import styles from './protocol-fields.module.css'

interface TickedIndicatorsProps {
  readonly indicators: readonly Indicator[]
  readonly ticked: Ticked
  readonly onChange: (ticked: Ticked) => void
}

/** The sections of the first level, each with its indicators, where it first comes. */
function bySection(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const sections = new Map<string, Indicator[]>()
  for (const indicator of indicators) {
    const [title = ''] = indicator.section
    sections.set(title, [...(sections.get(title) ?? []), indicator])
  }
  return sections
}

/** The sections of a framework to tick and, behind a line of their own, the single indicators. */
export function TickedIndicators({ indicators, ticked, onChange }: TickedIndicatorsProps) {
  const [isExpanded, setIsExpanded] = useState(false)
  const sections = [...bySection(indicators)]
  const toggle = (some: readonly Indicator[], isOn: boolean) =>
    onChange(tick(ticked, some, { isOn, all: indicators }))
  return (
    <div className={styles.ticked}>
      <Row gap={3} wrap>
        <Button variant="quiet" isFlush onPress={() => toggle(indicators, true)}>
          Tick all
        </Button>
        <Button variant="quiet" isFlush onPress={() => toggle(indicators, false)}>
          Untick all
        </Button>
      </Row>
      {sections.map(([title, members]) => {
        const count = countTicked(ticked, members)
        return (
          <Checkbox
            key={title}
            isSelected={count === members.length}
            isIndeterminate={count > 0 && count < members.length}
            onChange={isOn => toggle(members, isOn)}
          >
            <span dir="auto">{title || 'No section'}</span>{' '}
            <span className={styles.count}>
              {count === members.length ? count : `${count} of ${members.length}`}
            </span>
          </Checkbox>
        )
      })}
      <Disclosure
        summary="Single indicators"
        level={4}
        isExpanded={isExpanded}
        onExpandedChange={setIsExpanded}
      >
        {isExpanded && (
          <ul>
            {indicators.map(indicator => (
              <li key={indicator.id}>
                <Checkbox
                  isSelected={ticked === null || ticked.has(indicator.id)}
                  onChange={isOn => toggle([indicator], isOn)}
                >
                  <span className={styles.code}>{indicator.code}</span> {indicator.title}
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </div>
  )
}
