import { useState } from 'react'
import {
  AGREEMENT_FIGURES,
  AGREEMENT_HINT,
  AGREEMENT_NAMES,
  undefinedReasons,
} from '../../../../shared/messages/agreement.ts'
import { formatCount, formatTwo } from '../../../../shared/messages/figures.ts'
import { CRITERION_NAMES } from '../../../../shared/messages/results.ts'
import type { ResultsWithAgreement, SetAgreement } from '../../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../../shared/model/vocabulary.ts'
import { useClient } from '../../../data/services.tsx'
import { useQuery } from '../../../data/use-query.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { type Column, Table } from '../../../ui/table/table.tsx'
import styles from './overview.module.css'

interface Row {
  readonly name: string
  readonly cells: Readonly<Record<Criterion, string>>
}

function rowsOf(agreement: ResultsWithAgreement['agreement']): readonly Row[] {
  const row = (name: string, words: (of: SetAgreement) => string): Row => ({
    name,
    cells: { usefulness: words(agreement.usefulness), usability: words(agreement.usability) },
  })
  return [
    ...AGREEMENT_FIGURES.map(name => row(AGREEMENT_NAMES[name], of => formatTwo(of[name]))),
    row('Answers that alpha rests on', ({ n }) => formatCount(n)),
    row('People that W rests on', ({ kendallN }) => formatCount(kendallN)),
  ]
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', heading: 'Figure', cell: ({ name }) => name, isRowHeading: true },
  ...CRITERIA.map(
    (criterion): Column<Row> => ({
      id: criterion,
      heading: CRITERION_NAMES[criterion],
      cell: ({ cells }) => cells[criterion],
      align: 'end',
    }),
  ),
]

function Figures({ agreement }: { readonly agreement: ResultsWithAgreement['agreement'] }) {
  return (
    <div className={styles.figures}>
      <p className={styles.agreementHint}>{AGREEMENT_HINT}</p>
      <Table
        caption="Agreement over all indicators"
        columns={COLUMNS}
        rows={rowsOf(agreement)}
        rowKey={({ name }) => name}
      />
      {CRITERIA.map(criterion =>
        undefinedReasons(agreement[criterion]).map(reason => (
          <p key={`${criterion} ${reason}`} className={styles.agreementHint}>
            {CRITERION_NAMES[criterion]}: {reason}
          </p>
        )),
      )}
    </div>
  )
}

function Asked() {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const revision = useWorkbook(state => state.revision.ratings)
  const { answer, retry } = useQuery(`${revision} ${JSON.stringify(scope)}`, () =>
    client.results.agreement({ workbook, ...scope }),
  )
  return (
    <Loaded from={answer} what="the agreement" onRetry={retry}>
      {agreement => <Figures agreement={agreement} />}
    </Loaded>
  )
}

/** Agreement over all indicators; computed only while unfolded, as it reads every rating. */
export function SetAgreementFigures() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure
      level={2}
      summary="How far people agree over all indicators"
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
    >
      {isOpen && <Asked />}
    </Disclosure>
  )
}
