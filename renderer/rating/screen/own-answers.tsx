import { answerWords } from '../../../shared/messages/exports.ts'
import { levelsIn, WORDS_AROUND, wordsIn } from '../../../shared/messages/wordings.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { PrintIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { type Draft, draftOf } from '../session/drafts.ts'
import { bySection, indicatorState, type Placed, type SectionGroup } from '../session/progress.ts'
import { useRating, useShownWording } from '../session/rating-context.tsx'
import styles from './own-answers.module.css'

/** The criteria in a word or two, where both answers stand side by side. */
const SHORT: Readonly<Record<Criterion, string>> = {
  usefulness: 'Useful?',
  usability: 'Easy to use?',
}

function useAnswer(indicator: string, criterion: Criterion): readonly [string, Draft] {
  const draft = useRating(state => draftOf(state.drafts, { indicator, criterion }))
  const wording = useShownWording(indicator)
  const scale = useRating(state => state.levels)
  const levels = { ...scale, [criterion]: levelsIn(wording, scale[criterion]) }
  const given = draft.answer.kind === 'none' ? '' : answerWords(draft.answer, criterion, { levels })
  return [given, draft]
}

interface GivenProps {
  readonly indicator: string
  readonly criterion: Criterion
}

function Given({ indicator, criterion }: GivenProps) {
  const [words] = useAnswer(indicator, criterion)
  return (
    <div>
      <dt className={styles.label}>{SHORT[criterion]}</dt>
      <dd>{words || <span className={styles.none}>Not answered</span>}</dd>
    </div>
  )
}

function Entry({ indicator, position }: Placed) {
  const goTo = useRating(state => state.goTo)
  const words = wordsIn(
    useRating(state => state.wording),
    indicator,
  )
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <p className={styles.title}>{words}</p>
        <dl className={styles.answers}>
          {CRITERIA.map(criterion => (
            <Given key={criterion} indicator={indicator.id} criterion={criterion} />
          ))}
        </dl>
      </div>
      <Button variant="quiet" onPress={() => goTo(position)}>
        Change<VisuallyHidden> {words}</VisuallyHidden>
      </Button>
    </li>
  )
}

function Section({ title, members }: SectionGroup) {
  const rated = useRating(
    ({ drafts }) =>
      members.filter(({ indicator }) => indicatorState(indicator.id, drafts) === 'answered').length,
  )
  return (
    <Disclosure summary={title} note={`${rated} of ${members.length}`}>
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
  const indicators = useRating(state => state.indicators)
  return (
    <section className={styles.own} aria-labelledby="own-answers">
      <h2 id="own-answers" className={styles.heading}>
        Your answers
      </h2>
      {bySection(indicators).map(group => (
        <Section key={group.title} {...group} />
      ))}
      <div className={styles.print}>
        <Button variant="quiet" isFlush icon={<PrintIcon />} onPress={() => window.print()}>
          Print my answers
        </Button>
        <p className={styles.hint}>
          A file that you save instead stays on this laptop, where others may see it.
        </p>
      </div>
      <Copy />
    </section>
  )
}

function CopiedAnswer({ indicator, criterion }: GivenProps) {
  const wording = useShownWording(indicator)
  const [words, { comment }] = useAnswer(indicator, criterion)
  if (words === '' && comment === '') return null
  return (
    <p>
      {WORDS_AROUND[wording].questions[criterion]} <strong>{words || 'Not answered'}</strong>
      {comment && <span className={styles.comment}>{comment}</span>}
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
      <h3>{words}</h3>
      {CRITERIA.map(criterion => (
        <CopiedAnswer key={criterion} indicator={indicator.id} criterion={criterion} />
      ))}
    </div>
  )
}

/** The answers on paper: everything that was answered, with comments, and nothing of the screen. */
function Copy() {
  const { name, group } = useRating(state => state.participant)
  const round = useRating(state => state.round)
  const indicators = useRating(state => state.indicators)
  return (
    <div className={styles.copy}>
      <h2>
        Answers of {name}, {group}, round {round}
      </h2>
      {indicators.map((indicator, position) => (
        <CopiedIndicator key={indicator.id} indicator={indicator} position={position} />
      ))}
    </div>
  )
}
