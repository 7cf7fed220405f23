import { wordsIn } from '../../../shared/messages/wordings.ts'
import { type Piece, termsIn } from '../../../shared/model/glossary/find-terms.ts'
import { meaningIn } from '../../../shared/model/glossary/terms.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { Explained } from '../../ui/glossary/explained.tsx'
import { useTermFinder } from '../../ui/glossary/glossary-context.tsx'
import { TermList } from '../../ui/glossary/term-list.tsx'
import { PrintIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { groupName } from '../language/group-name.tsx'
import { useSpokenFields, useSpokenWords } from '../language/spoken-words.ts'
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

interface EntryProps extends Placed {
  /** The words of the indicator, parted at those that are explained. */
  readonly pieces: readonly Piece[]
}

function Entry({ indicator, position, pieces }: EntryProps) {
  const { own } = useWords()
  const goTo = useRating(state => state.goTo)
  const wording = useRating(state => state.wording)
  const words = wordsIn(wording, indicator)
  const spoken = useSpokenWords(indicator, wording)
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <p className={styles.title} {...spoken}>
          <Explained pieces={pieces} wording={wording} />
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
          <bdi {...spoken}>{words}</bdi>
        </VisuallyHidden>
      </Button>
    </li>
  )
}

function Section({ title, members }: SectionGroup) {
  const { overview } = useWords()
  const spoken = useSpokenFields(members[0]?.indicator.id ?? '')
  const wording = useRating(state => state.wording)
  const explained = useTermFinder()(members.map(({ indicator }) => wordsIn(wording, indicator)))
  const rated = useRating(
    ({ drafts }) =>
      members.filter(({ indicator }) => indicatorState(indicator.id, drafts) === 'answered').length,
  )
  return (
    <Disclosure
      summary={<bdi {...spoken('section')}>{title}</bdi>}
      note={overview.ratedOf(rated, members.length)}
    >
      <ul>
        {members.map((member, place) => (
          <Entry key={member.indicator.id} {...member} pieces={explained[place] ?? []} />
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
  const wording = useRating(state => state.wording)
  const words = wordsIn(wording, indicator)
  const spoken = useSpokenWords(indicator, wording)
  if (isOpen) return null
  return (
    <div className={styles.copied}>
      <h3 {...spoken}>{words}</h3>
      {CRITERIA.map(criterion => (
        <CopiedAnswer key={criterion} indicator={indicator.id} criterion={criterion} />
      ))}
    </div>
  )
}

/** The words of what was answered that the framework explains, as nobody can point at them on paper. */
function CopiedTerms() {
  const { own } = useWords()
  const wording = useRating(state => state.wording)
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const answered = indicators.filter(({ id }) => indicatorState(id, drafts) !== 'open')
  const terms = termsIn(
    useTermFinder(),
    answered.map(indicator => wordsIn(wording, indicator)),
  )
  if (terms.length === 0) return null
  return (
    <>
      <h3 className={styles.termsHeading}>{own.terms}</h3>
      <TermList terms={terms}>
        {term => <dd {...AS_BROUGHT}>{meaningIn(wording, term)}</dd>}
      </TermList>
    </>
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
      <h2 dir="auto">{own.answersOf(name, groupName(groups, group), round)}</h2>
      {indicators.map((indicator, position) => (
        <CopiedIndicator key={indicator.id} indicator={indicator} position={position} />
      ))}
      <CopiedTerms />
    </div>
  )
}
