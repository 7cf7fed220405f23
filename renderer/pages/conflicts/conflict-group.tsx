import { counted, formatCount } from '../../../shared/messages/figures.ts'
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

/** The ways that a group can be settled in at once. */
function waysOf({
  group,
  nameOf,
}: Pick<ConflictGroupProps, 'group' | 'nameOf'>): readonly ManyToSettle[] {
  const { conflicts, same, devices, people, cause } = group
  const among = conflicts.flatMap(({ sides }) => sides[0]?.id ?? [])
  const by = (rule: 'same answer' | 'later' | 'screen' | 'paper', name: string): ManyToSettle => ({
    way: { by: 'rule', rule },
    among,
    name: `${name} of ${people}`,
  })
  return [
    ...(same > 0 ? [by('same answer', 'The same answers')] : []),
    ...(cause === 'two laptops'
      ? devices.map(device => ({
          way: { by: 'laptop' as const, laptop: device },
          among,
          name: `All from ${nameOf(device)} of ${people}`,
        }))
      : []),
    ...(cause === 'paper and screen'
      ? [by('screen', 'All from the screen'), by('paper', 'All from paper')]
      : []),
    by('later', 'The later'),
  ]
}

/** The conflicts of one person with one cause: to settle together, or one by one. */
export function ConflictGroupSection(props: ConflictGroupProps) {
  const { group, scale, isBlind, next, isOnly, resolving, nameOf, onMany, onLeave } = props
  const { people, cause, devices, conflicts, same } = group
  const laptops =
    isBlind || cause !== 'two laptops' ? CAUSE_WORDS[cause] : devices.map(nameOf).join(' and ')
  const differ = conflicts.length - same
  return (
    <section className={styles.group} aria-label={`${laptops}: ${people}`}>
      <h3 className={styles.groupTitle}>
        {laptops}: {people}, {counted(conflicts.length, 'question', 'questions')}
      </h3>
      <p className={styles.about}>
        {conflicts[0]?.sides[0]?.workshop}; same {formatCount(same)}, differ {formatCount(differ)}
      </p>
      {!isBlind && (
        <Row gap={[2, 3]} wrap>
          {waysOf({ group, nameOf }).map(way => (
            <Button key={way.name} isPending={resolving.isDoing} onPress={() => onMany(way)}>
              {way.name.replace(` of ${people}`, '')}…<VisuallyHidden> of {people}</VisuallyHidden>
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
        defaultExpanded={isOnly}
      >
        <Paged what={`conflicts of ${people}`} items={conflicts} perPage={PER_PAGE}>
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
      </Disclosure>
    </section>
  )
}
