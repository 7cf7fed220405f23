import { useCallback, useEffect, useState } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import { answerWords } from '../../../../shared/messages/exports.ts'
import { counted } from '../../../../shared/messages/figures.ts'
import { resolvedByWords } from '../../../../shared/messages/packages.ts'
import { entryWords } from '../../../../shared/messages/paper.ts'
import { WORDING_WORDS } from '../../../../shared/messages/results.ts'
import type {
  HistoryStep,
  RatingBehind,
  TracedRating,
} from '../../../../shared/model/provenance.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { LOADING, type Loadable, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useResults, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Tag } from '../../../ui/feedback/tag.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { useLaptopNames } from '../../common/name-laptop.tsx'
import styles from './rating-item.module.css'

interface RatingItemProps {
  readonly rating: RatingBehind
  readonly criterion: Criterion
  readonly scale: Scale
}

/** One rating in a line; it opens to show where it comes from and what became of the answer. */
export function RatingItem({ rating, criterion, scale }: RatingItemProps) {
  const { name, group, answer, counts, records } = rating
  // A history is asked for once somebody wants to see it.
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
      summary={
        <span className={styles.line}>
          <span>
            <bdi>{name}</bdi>, <bdi>{group}</bdi>: {answerWords(answer, criterion, scale)}
          </span>
          {!counts && <Tag tone="caution">Not counted: conflict</Tag>}
        </span>
      }
      note={counted(records, 'record', 'records')}
    >
      {isOpen && (
        <div className={styles.inside}>
          <RatingFacts rating={rating} workshop={rating.workshop} />
          <RatingHistory rating={rating.id} criterion={criterion} scale={scale} />
        </div>
      )}
    </Disclosure>
  )
}

interface RatingFactsProps {
  readonly rating: TracedRating
  readonly workshop: string
}

/** The provenance of a rating: package, device, time and the wording on screen. */
function RatingFacts({ rating, workshop }: RatingFactsProps) {
  const { comment, entry, recordedAt, device, broughtBy, wording, words } = rating
  const nameOf = useLaptopNames()
  return (
    <>
      {comment && (
        <blockquote className={styles.comment} dir="auto">
          {comment}
        </blockquote>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Workshop</dt>
          <dd>
            <bdi>{workshop}</bdi>
          </dd>
        </div>
        <div>
          <dt>Given</dt>
          <dd>
            {formatMoment(recordedAt)}, {entryWords(entry, rating)}
          </dd>
        </div>
        <div>
          <dt>Words shown</dt>
          <dd>
            {WORDING_WORDS[wording]}
            {languageWords(rating)}: <bdi>{words}</bdi>
          </dd>
        </div>
        <div>
          <dt>Laptop</dt>
          <dd>
            <bdi>{nameOf(device)}</bdi>
          </dd>
        </div>
        <div>
          <dt>Package</dt>
          <dd>
            {broughtBy === null ? (
              'None: it was recorded in this workbook'
            ) : (
              <>
                {broughtBy.name}
                <span className={styles.hash}>SHA-256 {broughtBy.sha256}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' })

/** The languages of the words that were shown and of what was around them, to go on with; English goes without saying. */
function languageWords({ entry, language, wordsLanguage }: AskedIn): string {
  const words = wordsLanguage === null ? '' : ` in ${languageNames.of(wordsLanguage)}`
  if (language === null) return words
  const on = entry === 'screen' ? 'a screen' : 'a sheet'
  return `${words}, on ${on} in ${languageNames.of(language)}`
}

type AskedIn = Pick<TracedRating, 'entry' | 'language' | 'wordsLanguage'>

interface RatingHistoryProps extends Pick<RatingItemProps, 'criterion' | 'scale'> {
  readonly rating: string
}

function RatingHistory({ rating, criterion, scale }: RatingHistoryProps) {
  const { history, read } = useHistory(rating)
  return (
    <section>
      <h4 className={styles.heading}>History of this answer</h4>
      <Loaded from={history} what="the history" onRetry={() => void read()}>
        {steps => <HistoryList steps={steps} criterion={criterion} scale={scale} />}
      </Loaded>
    </section>
  )
}

interface HistoryListProps {
  readonly steps: readonly HistoryStep[]
  readonly criterion: Criterion
  readonly scale: Scale
}

/** The records of one answer, the earliest first. */
function HistoryList({ steps, criterion, scale }: HistoryListProps) {
  const nameOf = useLaptopNames()
  const answers = new Map(
    steps.flatMap(step => (step.kind === 'rated' ? [[step.rating.id, step.rating.answer]] : [])),
  )
  const wordsOf = (rating: string): string => {
    const answer = answers.get(rating)
    return answer ? answerWords(answer, criterion, scale) : 'an answer of who they are linked to'
  }
  return (
    <ol className={styles.history}>
      {steps.map(step => (
        <li key={keyOf(step)}>
          <StepText step={step} criterion={criterion} scale={scale} wordsOf={wordsOf} />
          <span className={styles.when}>
            {formatMoment(momentOf(step))}, <bdi>{nameOf(deviceOf(step))}</bdi>
            {step.kind === 'rated' && step.rating.broughtBy && `, ${step.rating.broughtBy.name}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

interface StepTextProps extends Pick<HistoryListProps, 'criterion' | 'scale'> {
  readonly step: HistoryStep
  /** The words of the answer of a rating. */
  readonly wordsOf: (rating: string) => string
}

function StepText({ step, criterion, scale, wordsOf }: StepTextProps) {
  switch (step.kind) {
    case 'rated':
      return (
        <>
          <strong>{answerWords(step.rating.answer, criterion, scale)}</strong>
          {languageWords(step.rating)}
          {step.current && ', which stands'}
          {step.rating.comment && (
            <>
              , “<bdi>{step.rating.comment}</bdi>”
            </>
          )}
        </>
      )
    case 'wrote':
      if (step.text === '') return 'The comment was taken back'
      return (
        <>
          Comment: “<bdi>{step.text}</bdi>”{step.current && ', which stands'}
        </>
      )
    case 'settled':
      return resolutionText(step, wordsOf)
    default:
      return assertNever(step)
  }
}

const momentOf = (step: HistoryStep): string =>
  step.kind === 'rated' ? step.rating.recordedAt : step.recordedAt

const deviceOf = (step: HistoryStep): string =>
  step.kind === 'rated' ? step.rating.device : step.device

function keyOf(step: HistoryStep): string {
  if (step.kind === 'rated') return step.rating.id
  return step.kind === 'wrote' ? step.id : `${step.recordedAt} ${step.device} ${step.chosen}`
}

function resolutionText(
  { chosen, rule }: Extract<HistoryStep, { kind: 'settled' }>,
  wordsOf: (rating: string) => string,
): string {
  if (chosen === null) return 'A choice between two answers was taken back'
  return `${wordsOf(chosen)} was chosen of two answers, ${resolvedByWords(rule)}`
}

/** The ratings that the figures of one criterion of an indicator rest on, in the scope that is shown. */
export function useRatingsBehind(indicator: string, criterion: Criterion) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [ratings, setRatings] = useState<Loadable<readonly RatingBehind[]>>(LOADING)
  const read = useCallback(async () => {
    setRatings(
      await toLoadable(client.provenance.behind({ workbook, ...scope, indicator, criterion })),
    )
  }, [client, workbook, scope, indicator, criterion])
  useEffect(() => void read(), [read])
  return { ratings, read }
}

/** Everything that was recorded about the answer that a rating belongs to. */
function useHistory(rating: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [history, setHistory] = useState<Loadable<readonly HistoryStep[]>>(LOADING)
  const read = useCallback(async () => {
    setHistory(await toLoadable(client.provenance.history({ workbook, rating })))
  }, [client, workbook, rating])
  useEffect(() => void read(), [read])
  return { history, read }
}
