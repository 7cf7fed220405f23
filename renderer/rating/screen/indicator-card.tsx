import { useId, useState } from 'react'
import { sectionIn, shortLines, shownWording, wordsIn } from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { factFields } from '../../../shared/model/indicator-fields.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { classNames } from '../../ui/class-names.ts'
import { useDoublePress } from '../../ui/input/press-once.ts'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { useRating, useShownWording } from '../session/rating-context.tsx'
import { SPOKEN } from '../voice/page-sentences.ts'
import { ReadAloud } from '../voice/read-aloud.tsx'
import { useNamedWindow } from './calm-page.tsx'
import { BetterWords } from './comment-box.tsx'
import { CriterionPanel } from './criterion-panel.tsx'
import styles from './indicator-card.module.css'
import { WordingChoice } from './wording-choice.tsx'

interface IndicatorProps {
  readonly indicator: Indicator
}

/** The length from which a title is set smaller, in characters. */
const LONG = 80

interface WordingsProps extends IndicatorProps {
  readonly headingId: string
}

/** The section of the indicator and its two wordings, the chosen one large. */
function Wordings({ indicator, headingId }: WordingsProps) {
  const { around, rating } = useWords()
  const position = useRating(state => state.position)
  const count = useRating(state => state.indicators.length)
  const wanted = useRating(state => state.wording)
  const wording = shownWording(indicator, wanted)
  const place = rating.place(around[wording].thing, position + 1, count)
  useNamedWindow(place)
  const isEasy = wording === 'easy'
  const large = wordsIn(wording, indicator)
  return (
    <div className={styles.wordings}>
      <p className={styles.place}>
        <span className={styles.section} {...AS_BROUGHT}>
          {sectionIn(wording, indicator.section)}
        </span>
        {indicator.outcome && !isEasy && <span {...AS_BROUGHT}>{indicator.outcome}</span>}
      </p>
      <h1 id={headingId} className={classNames(styles.large, large.length > LONG && styles.long)}>
        <VisuallyHidden>{place}: </VisuallyHidden>
        {(isEasy ? shortLines(large) : [large]).map(line => (
          <span key={line} className={styles.sentence} {...AS_BROUGHT} {...SPOKEN}>
            {line}
          </span>
        ))}
      </h1>
      {indicator.easyRead === '' && wanted !== 'title' && (
        <p className={styles.lacking}>{rating.noPlainWords}</p>
      )}
      <Flipped wording={wording} words={large} />
    </div>
  )
}

interface FlippedProps {
  readonly wording: Wording
  readonly words: string
}

/** Says to people who listen which words are large now, whenever that was changed. */
function Flipped({ wording, words }: FlippedProps) {
  const { wordings } = useWords()
  const [shown, setShown] = useState(wording)
  const [hasFlipped, setHasFlipped] = useState(false)
  if (shown !== wording) {
    setShown(wording)
    setHasFlipped(true)
  }
  return (
    <p className="visually-hidden" role="status">
      {hasFlipped && (
        <>
          {wordings[wording].name}: <bdi {...AS_BROUGHT}>{words}</bdi>
        </>
      )}
    </p>
  )
}

/** One indicator to rate: its facts, and a question for each criterion. */
export function IndicatorCard({ indicator }: IndicatorProps) {
  const { around, rating } = useWords()
  const headingId = useId()
  const levels = useRating(state => state.scale)
  const wording = shownWording(
    indicator,
    useRating(state => state.wording),
  )
  const isPlainOffered = useRating(state => state.wordings.some(one => one !== 'title'))
  const isSecondPress = useDoublePress()
  const asked = { indicator: indicator.id, isSecondPress }
  return (
    <article
      className={classNames(
        styles.card,
        levels > 5 && styles.full,
        wording === 'easy' && styles.easy,
      )}
    >
      <Wordings indicator={indicator} headingId={headingId} />
      <div className={styles.help}>
        <Disclosure summary={around[wording].more} level={2}>
          <IndicatorFacts indicator={indicator} />
        </Disclosure>
        <BetterWords indicator={indicator.id} />
        <ReadAloud />
        {indicator.easyRead === '' ? (
          isPlainOffered && <p className={styles.noPlain}>{rating.noPlainWords}</p>
        ) : (
          <WordingChoice shown={wording} />
        )}
      </div>
      {CRITERIA.map((criterion, place) => (
        <CriterionPanel
          key={criterion}
          criterion={criterion}
          {...asked}
          {...(place === 0 ? { headingId } : {})}
        />
      ))}
    </article>
  )
}

interface FactProps {
  readonly label: string
  readonly value: string
  /** An explanation of the value in plain words. */
  readonly meaning?: string | undefined
}

function Fact({ label, value, meaning }: FactProps) {
  if (value === '') return null
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd>
        <span className={styles.value} {...AS_BROUGHT}>
          {value}
        </span>
        {meaning && <span className={styles.meaning}>{meaning}</span>}
      </dd>
    </div>
  )
}

/** The remaining facts of the framework about an indicator, for the person who rates it. */
export function IndicatorFacts({ indicator }: IndicatorProps) {
  const { facts, rating } = useWords()
  const wording = useShownWording(indicator.id)
  const { dataType, status } = indicator
  return (
    <div className={styles.facts}>
      {wording === 'easy' && <p>{rating.factsAreHard}</p>}
      <dl className={styles.texts}>
        {wording === 'easy' && <Fact label={facts.labels.outcome} value={indicator.outcome} />}
        {(['definition', ...factFields('long')] as const).map(field => (
          <Fact key={field} label={facts.labels[field]} value={indicator[field]} />
        ))}
      </dl>
      <dl className={styles.short}>
        <Fact
          label={facts.labels.dataType}
          value={dataType ?? ''}
          meaning={dataType ? facts.dataTypes[dataType] : undefined}
        />
        <Fact
          label={facts.labels.status}
          value={status ?? ''}
          meaning={status ? facts.statuses[status] : undefined}
        />
        {factFields('short').map(field => (
          <Fact key={field} label={facts.labels[field]} value={indicator[field]} />
        ))}
      </dl>
    </div>
  )
}
