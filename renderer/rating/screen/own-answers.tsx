import { wordsIn } from '../../../shared/messages/wordings.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { PrintIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { groupName } from '../language/group-name.tsx'
import { useLevels } from '../language/use-levels.ts'
import { answerWords } from '../session/answer-keys.ts'
import { type Draft, draftOf } from '../session/drafts.ts'
import { bySection, indicatorState, type Placed, type SectionGroup } from '../session/progress.ts'
import { useRating, useShownWording } from '../session/rating-context.tsx'
import styles from './own-answers.module.css'

function useAnswer(indicator: string, criterion: Criterion): readonly [string, Draft] {
  const { answers } = useWords()
  const draft = useRating(state => draftOf(state.drafts, { indicator, criterion }))
  const levels = useLevels(criterion, useShownWording(indicator))
  return [answerWords(draft.answer, levels, answers), draft]
}

interface GivenProps {
  readonly indicator: string
  readonly criterion: Criterion
}

function Given({ indicator, criterion }: GivenProps) {
  const { own } = useWords()
  const [words] = useAnswer(indicator, criterion)
  return (
    <div>
      <dt className={styles.label}>{own[criterion]}</dt>
      <dd>{words || <span className={styles.none}>{own.notAnswered}</span>}</dd>
    </div>
  )
}

function Entry({ indicator, position }: Placed) {
  const { own } = useWords()
  const goTo = useRating(state => state.goTo)
  const words = wordsIn(
    useRating(state => state.wording),
    indicator,
  )
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <p className={styles.title} {...AS_BROUGHT}>
          {words}
        </p>
        <dl className={styles.answers}>
          {CRITERIA.map(criterion => (
            <Given key={criterion} indicator={indicator.id} criterion={criterion} />
          ))}
        </dl>
      </div>
      <Button variant="quiet" onPress={() => goTo(position)}>
        {own.change}
        <VisuallyHidden>
          {' '}
          <bdi {...AS_BROUGHT}>{words}</bdi>
        </VisuallyHidden>
      </Button>
    </li>
  )
}

function Section({ title, members }: SectionGroup) {
  const { overview } = useWords()
  const rated = useRating(
    ({ drafts }) =>
      members.filter(({ indicator }) => indicatorState(indicator.id, drafts) === 'answered').length,
  )
  return (
    <Disclosure summary={title} note={overview.ratedOf(rated, members.length)}>
      <ul>
        {members.map(member => (
          <Entry key={member.indicator.id} {...member} />
        ))}
      </ul>
    </Disclosure>
  )
}

/** A person's own answers, section by section, each of which can be changed, and a copy of them to take away. */
export function OwnAnswers() {
  const { own } = useWords()
  const indicators = useRating(state => state.indicators)
  return (
    <section className={styles.own} aria-labelledby="own-answers">
      <h2 id="own-answers" className={styles.heading}>
        {own.title}
      </h2>
      {bySection(indicators).map(group => (
        <Section key={group.title} {...group} />
      ))}
      <div className={styles.print}>
        <Button variant="quiet" isFlush icon={<PrintIcon />} onPress={() => window.print()}>
          {own.print}
        </Button>
        <p className={styles.hint}>{own.printHint}</p>
      </div>
      <Copy />
    </section>
  )
}

function CopiedAnswer({ indicator, criterion }: GivenProps) {
  const { around, own } = useWords()
  const wording = useShownWording(indicator)
  const [words, { comment }] = useAnswer(indicator, criterion)
  if (words === '' && comment === '') return null
  return (
    <p>
      {around[wording].questions[criterion]} <strong>{words || own.notAnswered}</strong>
      {comment && (
        <span className={styles.comment} dir="auto">
          {comment}
        </span>
      )}
    </p>
  )
}

function CopiedIndicator({ indicator }: Placed) {
  const isOpen = useRating(state => indicatorState(indicator.id, state.drafts) === 'open')
  const words = wordsIn(
    useRating(state => state.wording),
    indicator,
  )
  if (isOpen) return null
  return (
    <div className={styles.copied}>
      <h3 {...AS_BROUGHT}>{words}</h3>
      {CRITERIA.map(criterion => (
        <CopiedAnswer key={criterion} indicator={indicator.id} criterion={criterion} />
      ))}
    </div>
  )
}

/** The answers on paper: everything that was answered, with comments, and nothing of the screen. */
function Copy() {
  const { groups, own } = useWords()
  const { name, group } = useRating(state => state.participant)
  const round = useRating(state => state.round)
  const indicators = useRating(state => state.indicators)
  return (
    <div className={styles.copy}>
      <h2>{own.answersOf(name, groupName(groups, group), round)}</h2>
      {indicators.map((indicator, position) => (
        <CopiedIndicator key={indicator.id} indicator={indicator} position={position} />
      ))}
    </div>
  )
}
