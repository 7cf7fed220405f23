import type { Indicator } from '../../shared/model/framework.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Switch } from '../ui/switch.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { CriterionPanel } from './criterion-panel.tsx'
import styles from './indicator-card.module.css'
import { IndicatorFacts } from './indicator-facts.tsx'
import { sectionTitle } from './progress.ts'
import { useRating } from './rating-context.tsx'
import { BetterWords } from './suggestion-box.tsx'
import { useHeadingFocus } from './use-heading-focus.ts'
import { wordingOf } from './wording.ts'

interface IndicatorProps {
  readonly indicator: Indicator
}

/** Where the indicator belongs, and its two wordings: the one that the person chose is large. */
function Wordings({ indicator }: IndicatorProps) {
  const position = useRating(state => state.position)
  const count = useRating(state => state.indicators.length)
  const wording = wordingOf(
    indicator,
    useRating(state => state.wording),
  )
  const place = `Indicator ${position + 1} of ${count}`
  const heading = useHeadingFocus(place)
  const [large, small] =
    wording === 'plain'
      ? [indicator.easyRead, indicator.title]
      : [indicator.title, indicator.easyRead]
  return (
    <div className={styles.wordings}>
      <p className={styles.place}>
        <span className={styles.section}>{sectionTitle(indicator.section)}</span>
        {indicator.outcome && <span>{indicator.outcome}</span>}
      </p>
      <h1 ref={heading} tabIndex={-1} className={styles.large}>
        <VisuallyHidden>{place}: </VisuallyHidden>
        {large}
      </h1>
      {small && <p className={styles.small}>{small}</p>}
    </div>
  )
}

function PlainWordsSwitch({ indicator }: IndicatorProps) {
  const wording = useRating(state => state.wording)
  const choose = useRating(state => state.choose)
  if (indicator.easyRead === '') {
    return <p className={styles.noPlain}>There are no plain words for this one yet.</p>
  }
  return (
    <Switch isSelected={wording === 'plain'} onChange={on => choose(on ? 'plain' : 'title')}>
      Plain words
    </Switch>
  )
}

/** One indicator to rate: what it is, and a question for each criterion. */
export function IndicatorCard({ indicator }: IndicatorProps) {
  return (
    <article className={styles.card}>
      <Wordings indicator={indicator} />
      <div className={styles.help}>
        <Disclosure summary="More about this indicator" level={2}>
          <IndicatorFacts indicator={indicator} />
        </Disclosure>
        <BetterWords indicator={indicator.id} />
        <PlainWordsSwitch indicator={indicator} />
      </div>
      {CRITERIA.map(criterion => (
        <CriterionPanel key={criterion} indicator={indicator.id} criterion={criterion} />
      ))}
    </article>
  )
}
