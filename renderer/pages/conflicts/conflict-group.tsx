import { useState } from 'react'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import type { BatchWay, ResolutionRule } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { Button } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { ConflictItem } from './conflict-item.tsx'
import styles from './conflicts-page.module.css'
import { CAUSE_WORDS, type ConflictGroup, keyOf } from './groups.ts'
import type { ManyToSettle, Resolving } from './use-resolving.ts'

const PER_PAGE = 10

interface ConflictGroupProps {
  readonly group: ConflictGroup
  readonly scale: Scale
  readonly isBlind: boolean
  /** The conflict that the focus goes to. */
  readonly next: string | null
  readonly isOnly: boolean
  readonly resolving: Resolving
  readonly nameOf: (device: string) => string
  readonly onMany: (many: ManyToSettle) => void
  /** Called with the conflict that was settled or passed over. */
  readonly onLeave: (key: string) => void
}

/** A way to settle a group at once, and its name. */
type NamedWay = readonly [name: string, way: BatchWay]

const byRule = (rule: ResolutionRule, name: string): NamedWay => [name, { by: 'rule', rule }]

/** The ways that a group can be settled in at once. */
function waysOf({
  group: { same, devices, cause },
  nameOf,
}: Pick<ConflictGroupProps, 'group' | 'nameOf'>): readonly NamedWay[] {
  return [
    ...(same > 0 ? [byRule('same answer', 'The same answers')] : []),
    ...(cause === 'two laptops'
      ? devices.map((laptop): NamedWay => [`All from ${nameOf(laptop)}`, { by: 'laptop', laptop }])
      : []),
    ...(cause === 'paper and screen'
      ? [byRule('screen', 'All from the screen'), byRule('paper', 'All from paper')]
      : []),
    byRule('later', 'The later'),
  ]
}

/** The conflicts of one person with one cause: to settle together, or one by one. */
export function ConflictGroupSection(props: ConflictGroupProps) {
  const { group, scale, isBlind, next, isOnly, resolving, nameOf, onMany, onLeave } = props
  const { people, workshops, cause, devices, conflicts, same } = group
  const [isOpen, setIsOpen] = useState(isOnly)
  const place = conflicts.findIndex(one => keyOf(one) === next)
  const [entered, setEntered] = useState<string | null>(null)
  if (place >= 0 && next !== entered) {
    setEntered(next)
    setIsOpen(true)
  }
  const laptops =
    isBlind || cause !== 'two laptops' ? CAUSE_WORDS[cause] : devices.map(nameOf).join(' and ')
  const differ = conflicts.length - same
  const among = conflicts.flatMap(({ sides }) => sides[0]?.id ?? [])
  return (
    <section className={styles.group} aria-label={`${laptops}: ${people}`}>
      <h3 className={styles.groupTitle}>
        {laptops}: {people}, {counted(conflicts.length, 'question', 'questions')}
      </h3>
      <p className={styles.about}>
        <bdi>{workshops.join(' and ')}</bdi>; same {formatCount(same)}, differ {formatCount(differ)}
      </p>
      {!isBlind && (
        <Row gap={[2, 3]} wrap>
          {waysOf({ group, nameOf }).map(([name, way]) => (
            <Button
              key={name}
              isPending={resolving.isDoing}
              onPress={() => onMany({ way, among, title: `${name} of ${people}` })}
            >
              {name}…<VisuallyHidden> of {people}</VisuallyHidden>
            </Button>
          ))}
        </Row>
      )}
      <Disclosure
        summary={
          <>
            One by one<VisuallyHidden>: {people}</VisuallyHidden>
          </>
        }
        level={4}
        isExpanded={isOpen}
        onExpandedChange={setIsOpen}
      >
        {/* Drawn once it is opened: the questions of a whole page of groups are hundreds. */}
        {isOpen && (
          <Paged what={`conflicts of ${people}`} items={conflicts} perPage={PER_PAGE} goTo={place}>
            {shown => (
              <ul>
                {shown.map(conflict => (
                  <ConflictItem
                    key={keyOf(conflict)}
                    conflict={conflict}
                    scale={scale}
                    isBusy={resolving.isDoing}
                    isBlind={isBlind}
                    isNext={next === keyOf(conflict)}
                    nameOf={nameOf}
                    onChoose={rating => {
                      onLeave(keyOf(conflict))
                      resolving.choose(rating)
                    }}
                    onSkip={() => onLeave(keyOf(conflict))}
                    onUndo={resolving.undo}
                  />
                ))}
              </ul>
            )}
          </Paged>
        )}
      </Disclosure>
    </section>
  )
}
