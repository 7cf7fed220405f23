import { useId, useState } from 'react'
import { DATA_TYPE_MEANINGS, STATUS_MEANINGS } from '../../../shared/messages/framework.ts'
import { labelWhenRating } from '../../../shared/messages/indicator-fields.ts'
import {
  sectionIn,
  shortLines,
  shownWording,
  WORDING_CHOICES,
  WORDS_AROUND,
  wordsIn,
} from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { factFields } from '../../../shared/model/indicator-fields.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { classNames } from '../../ui/class-names.ts'
import { useDoublePress } from '../../ui/input/press-once.ts'
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

const NO_PLAIN_WORDS = 'There are no plain words for this one yet.'
const FACTS_ARE_HARD = 'Some of this is in harder words. You do not need it.'

/** The length from which a title is set smaller, in characters. */
const LONG = 80

interface WordingsProps extends IndicatorProps {
  readonly headingId: string
}

/** The section of the indicator and its two wordings, the chosen one large. */
function Wordings({ indicator, headingId }: WordingsProps) {
  const position = useRating(state => state.position)
  const count = useRating(state => state.indicators.length)
  const wanted = useRating(state => state.wording)
  const wording = shownWording(indicator, wanted)
  const place = `${WORDS_AROUND[wording].thing} ${position + 1} of ${count}`
  useNamedWindow(place)
  const isEasy = wording === 'easy'
  const large = wordsIn(wording, indicator)
  return (
    <div className={styles.wordings}>
      <p className={styles.place}>
        <span className={styles.section}>{sectionIn(wording, indicator.section)}</span>
        {indicator.outcome && !isEasy && <span>{indicator.outcome}</span>}
      </p>
      <h1 id={headingId} className={classNames(styles.large, large.length > LONG && styles.long)}>
        <VisuallyHidden>{place}: </VisuallyHidden>
        {(isEasy ? shortLines(large) : [large]).map(line => (
          <span key={line} className={styles.sentence} {...SPOKEN}>
            {line}
          </span>
        ))}
      </h1>
      {indicator.easyRead === '' && wanted !== 'title' && (
        <p className={styles.lacking}>{NO_PLAIN_WORDS}</p>
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
  const [shown, setShown] = useState(wording)
  const [hasFlipped, setHasFlipped] = useState(false)
  if (shown !== wording) {
    setShown(wording)
    setHasFlipped(true)
  }
  return (
    <p className="visually-hidden" role="status">
      {hasFlipped && `${WORDING_CHOICES[wording].name}: ${words}`}
    </p>
  )
}

/** One indicator to rate: its facts, and a question for each criterion. */
export function IndicatorCard({ indicator }: IndicatorProps) {
  const headingId = useId()
  const levels = useRating(state => state.levels.usefulness.length)
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
        <Disclosure summary={WORDS_AROUND[wording].more} level={2}>
          <IndicatorFacts indicator={indicator} />
        </Disclosure>
        <BetterWords indicator={indicator.id} />
        <ReadAloud />
        {indicator.easyRead === '' ? (
          isPlainOffered && <p className={styles.noPlain}>{NO_PLAIN_WORDS}</p>
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
        <span className={styles.value}>{value}</span>
        {meaning && <span className={styles.meaning}>{meaning}</span>}
      </dd>
    </div>
  )
}

/** The remaining facts of the framework about an indicator, for the person who rates it. */
export function IndicatorFacts({ indicator }: IndicatorProps) {
  const wording = useShownWording(indicator.id)
  const { dataType, status } = indicator
  return (
    <div className={styles.facts}>
      {wording === 'easy' && <p>{FACTS_ARE_HARD}</p>}
      <dl className={styles.texts}>
        {wording === 'easy' && (
          <Fact label={labelWhenRating('outcome')} value={indicator.outcome} />
        )}
        {(['definition', ...factFields('long')] as const).map(field => (
          <Fact key={field} label={labelWhenRating(field)} value={indicator[field]} />
        ))}
      </dl>
      <dl className={styles.short}>
        <Fact
          label="Data type"
          value={dataType ?? ''}
          meaning={dataType ? DATA_TYPE_MEANINGS[dataType] : undefined}
        />
        <Fact
          label="Status"
          value={status ?? ''}
          meaning={status ? STATUS_MEANINGS[status] : undefined}
        />
        {factFields('short').map(field => (
          <Fact key={field} label={labelWhenRating(field)} value={indicator[field]} />
        ))}
      </dl>
    </div>
  )
}
