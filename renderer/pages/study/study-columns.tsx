import { Link } from 'wouter'
import { formatCount } from '../../../shared/messages/figures.ts'
import {
  handsBesideWords,
  laptopsWords,
  laptopWords,
  outstandingWords,
} from '../../../shared/messages/whole-study.ts'
import type { StudyRow } from '../../../shared/model/whole-study.ts'
import { routes } from '../../app/routes.ts'
import { classNames } from '../../ui/class-names.ts'
import { formatShortDay } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import type { Column } from '../../ui/table/table.tsx'
import { RoundsFinished } from '../common/rounds-finished.tsx'
import styles from './study-page.module.css'

type StudyColumn = Column<StudyRow>

/** The columns of the study: what is planned, and what came of it. */
export const studyColumns = (
  workbook: string,
  onPlan: (row: StudyRow) => void,
): readonly StudyColumn[] => [
  {
    id: 'workshop',
    heading: 'Workshop',
    cell: row => (
      <span className={styles.workshop}>
        <Link href={routes.workshop(workbook, row.workshop)} className={styles.title}>
          {row.title}
        </Link>
        <Button variant="quiet" isFlush onPress={() => onPlan(row)}>
          Plan
          <VisuallyHidden> for {row.title}</VisuallyHidden>
        </Button>
      </span>
    ),
    sortBy: ({ title }) => title,
    isRowHeading: true,
    width: '19%',
  },
  {
    id: 'date',
    heading: 'Date',
    cell: row => <Dates row={row} />,
    sortBy: ({ planned }) => planned,
  },
  {
    id: 'laptops',
    heading: 'Laptops back',
    cell: row => <Laptops row={row} />,
    sortBy: ({ laptops }) => laptops.outstanding.length,
    width: '21%',
  },
  {
    id: 'people',
    heading: 'People',
    cell: row => <People row={row} />,
    sortBy: ({ people }) => people,
    width: '24%',
  },
  {
    id: 'complete',
    heading: 'Finished',
    cell: ({ rounds }) => <RoundsFinished rounds={rounds} />,
    sortBy: ({ rounds }) => rounds[0]?.finished ?? null,
  },
  {
    id: 'package',
    heading: 'Last package',
    cell: ({ lastPackage }) =>
      lastPackage === null ? (
        '–'
      ) : (
        <Link href={routes.receipt(workbook, lastPackage.receipt)} className={styles.day}>
          {formatShortDay(lastPackage.mergedAt)}
        </Link>
      ),
    sortBy: ({ lastPackage }) => lastPackage?.mergedAt ?? null,
  },
]

/** The day that was planned; where answers are of others, these too. */
function Dates({ row: { planned, held, hands } }: { readonly row: StudyRow }) {
  const days = held === null ? [] : [...new Set([held.from, held.to].map(formatShortDay))]
  const isAsPlanned = days.length === 1 && days[0] === formatShortDay(planned)
  return (
    <span className={styles.lines}>
      <span className={styles.day}>{formatShortDay(planned)}</span>
      <span className={classNames(styles.small, styles.day)}>
        {held === null && (hands.people > 0 ? 'held, by show of hands' : 'not held yet')}
        {held !== null && (isAsPlanned ? 'held' : `held ${days.join(' to ')}`)}
      </span>
    </span>
  )
}

function Laptops({ row }: { readonly row: StudyRow }) {
  const outstanding = outstandingWords(row)
  return (
    <span className={styles.lines}>
      <span>
        {laptopsWords(row)}
        {outstanding && (
          <>
            , <strong className={styles.outstanding}>{outstanding}</strong>
          </>
        )}
      </span>
      {row.plan.laptops.length === 0 && row.laptops.back.length > 0 && (
        <span className={styles.small}>{row.laptops.back.map(laptopWords).join(', ')}</span>
      )}
    </span>
  )
}

/** Everybody, then the groups: against the target where there is one, else those that came. */
function People({ row }: { readonly row: StudyRow }) {
  const { people, groups } = row
  const byHands = handsBesideWords(row)
  const wanted = groups.reduce((sum, { target }) => sum + (target ?? 0), 0)
  const listed = groups.filter(group => group.target !== null || group.people > 0)
  return (
    <span className={styles.lines}>
      <span>
        {wanted > 0 ? `${formatCount(people)} of ${formatCount(wanted)}` : formatCount(people)}
      </span>
      {byHands && <span className={styles.small}>{byHands}</span>}
      <span className={styles.small}>
        {listed.map(({ group, people: came, target }, at) => (
          <span key={group} className={target !== null && came < target ? styles.short : undefined}>
            {at > 0 && ', '}
            {group} {formatCount(came)}
            {target !== null && ` of ${formatCount(target)}`}
          </span>
        ))}
      </span>
    </span>
  )
}
