import { conflictWords, WORDING_WORDS } from '../../../shared/messages/results.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { counted } from '../../format.ts'
import { useResults, useResultsView, useWorkbook } from '../../stores/workbook-context.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { SpinnerRing } from '../../ui/spinner.tsx'
import { DATA_TYPE_NAMES, STATUS_NAMES } from '../framework/words.ts'
import { RuleLine } from './rule-line.tsx'
import { ScopeBar } from './scope-bar.tsx'
import styles from './scope-panel.module.css'
import { useShown } from './use-shown.ts'

interface ScopePanelProps {
  readonly results: Results
  readonly scale: ScaleLength
}

/** What is chosen beside the default, so that nobody takes a part for the whole. */
function useNarrowings(): readonly string[] {
  const scope = useResults(state => state.scope)
  const { section, dataType, status } = useResultsView(state => state.filter)
  const workshops = useWorkbook(state => state.workshops)
  const titles =
    workshops.state === 'ready'
      ? workshops.value.filter(({ id }) => scope.workshops?.includes(id)).map(({ title }) => title)
      : []
  return [
    ...(scope.groups ?? []),
    ...titles,
    ...(scope.round === 1 ? [] : [`round ${scope.round}`]),
    ...(scope.wording === undefined ? [] : [WORDING_WORDS[scope.wording].toLowerCase()]),
    ...(section === null ? [] : [section]),
    ...(dataType === 'any' ? [] : [DATA_TYPE_NAMES[dataType]]),
    ...(status === 'any' ? [] : [STATUS_NAMES[status]]),
  ]
}

/** How many indicators are shown, and how many people the figures rest on. */
function Count({ results }: Pick<ScopePanelProps, 'results'>) {
  const isRefreshing = useResults(state => state.isRefreshing)
  const { shown } = useShown(results)
  return (
    <p className={styles.count} role="status">
      {isRefreshing && <SpinnerRing />}
      {counted(shown.length, 'indicator', 'indicators')},{' '}
      {counted(results.participants, 'participant', 'participants')}
    </p>
  )
}

/** What is counted, how it is judged, and the choosers for both, folded away until they are wanted. */
export function ScopePanel({ results, scale }: ScopePanelProps) {
  const isChoosing = useResultsView(state => state.isChoosing)
  const setChoosing = useResultsView(state => state.setChoosing)
  const narrowings = useNarrowings()
  return (
    <div className={styles.panel}>
      <Count results={results} />
      <Disclosure
        level={2}
        isExpanded={isChoosing}
        onExpandedChange={setChoosing}
        summary={
          <>
            {narrowings.length === 0
              ? 'Everyone, and the whole framework'
              : `Only ${narrowings.join(', ')}`}
            <span className={styles.rule}>, by the rule “{results.ruleUsed.title}”</span>
          </>
        }
        note={<span className={styles.change}>{isChoosing ? 'Fold away' : 'Choose'}</span>}
      >
        <ScopeBar scale={scale} results={results} />
        <RuleLine results={results} scale={scale} />
      </Disclosure>
      {results.conflicts.keys > 0 && (
        <p className={styles.conflicts}>{conflictWords(results.conflicts)}</p>
      )}
    </div>
  )
}
