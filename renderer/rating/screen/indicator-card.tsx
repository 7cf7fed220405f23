import { type ReactNode, useId, useState } from 'react'
import {
  sectionIn,
  shortLines,
  shownWording,
  wordsField,
  wordsIn,
} from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { factFields, type TextField } from '../../../shared/model/indicator-fields.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { classNames } from '../../ui/class-names.ts'
import { Explained } from '../../ui/glossary/explained.tsx'
import { useTermFinder } from '../../ui/glossary/glossary-context.tsx'
import { useDoublePress } from '../../ui/input/press-once.ts'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { Picture } from '../../ui/pictures/picture.tsx'
import { useIsLacking, useSpokenFields } from '../language/spoken-words.ts'
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
  const lines = isEasy ? shortLines(large) : [large]
  const explained = useTermFinder()(lines)
  const spoken = useSpokenFields(indicator.id)
  const asSpoken = spoken(wordsField(wording, indicator))
  const isLacking = useIsLacking(indicator, wording)
  return (
    <div className={styles.wordings}>
      <p className={styles.place}>
        <span className={styles.section} {...spoken('section')}>
          {sectionIn(wording, indicator.section)}
        </span>
        {indicator.outcome && !isEasy && <span {...spoken('outcome')}>{indicator.outcome}</span>}
      </p>
      <h1 id={headingId} className={classNames(styles.large, large.length > LONG && styles.long)}>
        <VisuallyHidden>{place}: </VisuallyHidden>
        {lines.map((line, place) => (
          <span key={line} className={styles.sentence} {...asSpoken} {...SPOKEN}>
            <Explained pieces={explained[place] ?? []} wording={wording} />
          </span>
        ))}
      </h1>
      {indicator.easyRead === '' && wanted !== 'title' && (
        <p className={styles.lacking}>{rating.noPlainWords}</p>
      )}
      {isLacking && <p className={styles.untranslated}>{rating.inEnglishOnly}</p>}
      <Flipped wording={wording}>
        <bdi {...asSpoken}>{large}</bdi>
      </Flipped>
    </div>
  )
}

interface FlippedProps {
  readonly wording: Wording
  /** The words that are large. */
  readonly children: ReactNode
}

/** Says to people who listen which words are large now, whenever that was changed. */
function Flipped({ wording, children }: FlippedProps) {
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
          {wordings[wording].name}: {children}
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
  const next = useRating(state => state.indicators[state.position + 1]?.id)
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
      <div className={styles.top}>
        {wording === 'easy' && (
          <Picture indicator={indicator.id} next={next} className={styles.picture} />
        )}
        <Wordings indicator={indicator} headingId={headingId} />
      </div>
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
  /** The attributes of its language; left out, it is as the framework brought it. */
  readonly spoken?: ReturnType<ReturnType<typeof useSpokenFields>>
  /** Nothing where the framework says nothing of it. */
  readonly children: ReactNode
  /** An explanation of the value in plain words. */
  readonly meaning?: string | undefined
}

function Fact({ label, children, meaning, spoken = AS_BROUGHT }: FactProps) {
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd>
        <span className={styles.value} {...spoken}>
          {children}
        </span>
        {meaning && <span className={styles.meaning}>{meaning}</span>}
      </dd>
    </div>
  )
}

interface TextFactsProps extends IndicatorProps {
  readonly fields: readonly TextField[]
  readonly wording: Wording
}

/** The texts of the framework about an indicator, their words explained. */
function TextFacts({ indicator, fields, wording }: TextFactsProps) {
  const { facts } = useWords()
  const filled = fields.filter(field => indicator[field] !== '')
  const explained = useTermFinder()(filled.map(field => indicator[field]))
  const spoken = useSpokenFields(indicator.id)
  return filled.map((field, place) => (
    <Fact
      key={field}
      label={facts.labels[field]}
      {...(field === 'notes' ? {} : { spoken: spoken(field) })}
    >
      <Explained pieces={explained[place] ?? []} wording={wording} />
    </Fact>
  ))
}

/** The remaining facts of the framework about an indicator, for the person who rates it. */
export function IndicatorFacts({ indicator }: IndicatorProps) {
  const { facts, rating } = useWords()
  const wording = useShownWording(indicator.id)
  const { dataType, status } = indicator
  const of = { indicator, wording }
  const isEasy = wording === 'easy'
  return (
    <div className={styles.facts}>
      <Picture indicator={indicator.id} className={styles.shown} />
      {isEasy && <p>{rating.factsAreHard}</p>}
      <dl className={styles.texts}>
        <TextFacts
          {...of}
          fields={[...(isEasy ? (['outcome'] as const) : []), 'definition', ...factFields('long')]}
        />
      </dl>
      <dl className={styles.short}>
        {dataType && (
          <Fact label={facts.labels.dataType} meaning={facts.dataTypes[dataType]}>
            {dataType}
          </Fact>
        )}
        {status && (
          <Fact label={facts.labels.status} meaning={facts.statuses[status]}>
            {status}
          </Fact>
        )}
        <TextFacts {...of} fields={factFields('short')} />
      </dl>
    </div>
  )
}
