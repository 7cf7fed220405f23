import { useMemo } from 'react'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { classNames } from '../../ui/class-names.ts'
import { useWords } from '../../ui/language/language-context.tsx'
import { useSpokenFields } from '../language/spoken-words.ts'
import { useLevels } from '../language/use-levels.ts'
import { useHeadingFocus } from '../screen/calm-page.tsx'
import { bySection, sectionAt } from '../session/progress.ts'
import { useRating } from '../session/rating-context.tsx'
import { ListedIndicator } from './listed-indicator.tsx'
import styles from './section-list.module.css'

/** The most levels of which both questions fit beside the words. */
const FEW = 5

/** The sections, the place of the one in view among them, and the way to the next and the one before. */
export function useSections() {
  const indicators = useRating(state => state.indicators)
  const position = useRating(state => state.position)
  const goTo = useRating(state => state.goTo)
  const groups = useMemo(() => bySection(indicators), [indicators])
  const shown = sectionAt(groups, position)
  const place = shown?.place ?? 0
  const move = (by: 1 | -1) =>
    goTo(groups[place + by]?.members[0]?.position ?? (by === 1 ? indicators.length : 0))
  return { groups, group: shown?.group ?? null, place, move }
}

/** All indicators of a section as a list, two questions each, for whoever would rather see them together. */
export function SectionList() {
  const { groups, group, place } = useSections()
  if (group === null) return null
  return <Section key={group.title} {...{ groups, group, place }} />
}

type SectionProps = Pick<ReturnType<typeof useSections>, 'groups' | 'place'> & {
  readonly group: NonNullable<ReturnType<typeof useSections>['group']>
}

function Section({ groups, group, place }: SectionProps) {
  const { list } = useWords()
  const levels = useRating(state => state.scale)
  const spoken = useSpokenFields(group.members[0]?.indicator.id ?? '')
  const heading = useHeadingFocus(list.section(place + 1, groups.length))
  return (
    <article className={classNames(styles.list, levels <= FEW && styles.few)}>
      <h1 ref={heading} tabIndex={-1} className={styles.title} {...spoken('section')}>
        {group.title}
      </h1>
      <Legend />
      <ol className={styles.rows}>
        {group.members.map(({ indicator, position }) => (
          <ListedIndicator key={indicator.id} indicator={indicator} position={position} />
        ))}
      </ol>
    </article>
  )
}

/** The meaning of the numbers, which stand for the levels in a list. */
function Legend() {
  const { list } = useWords()
  return (
    <dl className={styles.legend}>
      {CRITERIA.map(criterion => (
        <LevelsOf key={criterion} criterion={criterion} />
      ))}
      <div>
        <dt className="visually-hidden">{list.both}</dt>
        <dd>{Object.values(list.legend).join(' · ')}</dd>
      </div>
    </dl>
  )
}

function LevelsOf({ criterion }: { readonly criterion: Criterion }) {
  const { around } = useWords()
  const wording = useRating(state => state.wording)
  const levels = useLevels(criterion, wording)
  return (
    <div>
      <dt>{around[wording].questions[criterion]}</dt>
      <dd>{levels.map(({ value, label }) => `${value} = ${label}`).join(' · ')}</dd>
    </div>
  )
}
