import { Link } from 'wouter'
import { counted } from '../../../shared/messages/figures.ts'
import { flagWords } from '../../../shared/messages/whole-study.ts'
import type { Flagged, StudyState } from '../../../shared/model/whole-study.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './study-page.module.css'

const SECONDS = ['2', '4', '6', '8', '10', '15'] as const

interface SignsProps {
  readonly state: StudyState
  readonly seconds: number
  readonly onSeconds: (seconds: number) => void
}

const keyOf = (sign: Flagged): string =>
  sign.flag === 'clock' ? sign.file : `${sign.flag} ${sign.participant} ${sign.round}`

/** One sign, with the way to the person's workshop or to the receipt. */
function Sign({ sign, rows }: { readonly sign: Flagged } & Pick<StudyState, 'rows'>) {
  const workbook = useWorkbookId()
  if (sign.flag === 'clock') {
    return (
      <li>
        <Link href={routes.receipt(workbook, sign.receipt)}>{sign.file}</Link>: {flagWords(sign)}
      </li>
    )
  }
  const { name, workshop, round } = sign
  const title = rows.find(row => row.workshop === workshop)?.title ?? ''
  return (
    <li>
      <Link href={routes.workshop(workbook, workshop)}>{name}</Link>, {title}, round {round}:{' '}
      {flagWords(sign)}
    </li>
  )
}

/** The signs that answers may not mean what they say. Nothing follows from them but a look. */
export function Signs({ state: { flags, rows, underWay }, seconds, onSeconds }: SignsProps) {
  return (
    <Stack as="section" gap={3} aria-labelledby="signs">
      <h2 id="signs">To look at</h2>
      <p className={styles.small}>
        {flags.length === 0
          ? underWay.length === 0 && 'No answers stand out.'
          : `${counted(flags.length, 'sign', 'signs')} that answers may not mean what they say. Nothing is left out because of them.`}
        {underWay.length > 0 &&
          ` ${counted(underWay.length, 'workshop is', 'workshops are')} rating now and not looked at.`}
      </p>
      <div className={styles.seconds}>
        <Select
          label="Faster than"
          options={SECONDS.map(value => ({ value, label: `${value} seconds an item` }))}
          value={SECONDS.find(value => Number(value) === seconds) ?? null}
          onChange={value => onSeconds(Number(value))}
        />
      </div>
      <Paged what="signs" items={flags} perPage={20}>
        {shown => (
          <ul className={styles.signs}>
            {shown.map(sign => (
              <Sign key={keyOf(sign)} sign={sign} rows={rows} />
            ))}
          </ul>
        )}
      </Paged>
    </Stack>
  )
}
