import { routes } from '../../app/routes.ts'
import { SCREEN_THEME } from '../../charts/screen-theme.ts'
import { ArrowRightIcon, FileIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import styles from './first-start.module.css'

interface FirstStartProps {
  readonly isMaking: boolean
  readonly onExplore: () => void
}

const STEPS = [
  {
    title: 'Load the draft framework',
    words: 'From the spreadsheet it is written in. Every problem is named with its cell.',
  },
  {
    title: 'Hold a workshop',
    words: 'Each person rates how useful and how usable each indicator is, on this laptop.',
  },
  {
    title: 'See what people agree on',
    words: 'The results for everyone and for each group, and a file to take away.',
  },
] as const

/** The library at the first start: the purpose of the program, and two ways in. */
export function FirstStart({ isMaking, onExplore }: FirstStartProps) {
  return (
    <div className={styles.start}>
      <div className={styles.hero}>
        <div className={styles.words}>
          <PageHeading title="Test a draft framework with the people it is for">
            <p className={styles.lead}>
              Load the framework that you want to test, or look around first. Everything stays on
              this laptop, and nothing needs the internet.
            </p>
          </PageHeading>
          <Row gap={3} wrap>
            <LinkButton
              href={routes.newWorkbook()}
              variant="primary"
              size="large"
              icon={<FileIcon />}
            >
              Load a framework
            </LinkButton>
            <Button
              size="large"
              trailingIcon={<ArrowRightIcon />}
              isPending={isMaking}
              onPress={onExplore}
            >
              {isMaking ? 'Making the example…' : 'Explore the example, with made-up ratings'}
            </Button>
            <LinkButton href={routes.openPackages()} size="large" variant="quiet" isFlush>
              Open a package from another laptop
            </LinkButton>
          </Row>
        </div>
        <RatingsPicture />
      </div>
      <section aria-labelledby="how-it-goes">
        <h2 id="how-it-goes" className={styles.heading}>
          How it goes
        </h2>
        <ol className={styles.steps}>
          {STEPS.map(({ title, words }, index) => (
            <li key={title} className={styles.step}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h3>{title}</h3>
                <p className={styles.stepWords}>{words}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

const LEVELS = 5
const WIDTH = 300
const GAP = 3
const ROW = 34

/** Invented shares of the five levels in each row; a drawing, not anybody's results. */
const ROWS = [
  [4, 8, 14, 40, 34],
  [2, 5, 10, 30, 53],
  [16, 24, 24, 24, 12],
  [6, 10, 22, 38, 24],
  [30, 28, 20, 14, 8],
  [3, 9, 16, 44, 28],
  [9, 16, 30, 28, 17],
] as const

const startOf = (shares: readonly number[], index: number) =>
  shares.slice(0, index).reduce((sum, share) => sum + share, 0)

function Bar({ shares, y }: { readonly shares: readonly number[]; readonly y: number }) {
  return shares.map((share, index) => (
    <rect
      key={`${startOf(shares, index)}`}
      x={(startOf(shares, index) / 100) * WIDTH}
      y={y}
      width={(share / 100) * WIDTH - GAP}
      height={20}
      rx={3}
      style={{ fill: SCREEN_THEME.levelStyle(index + 1, LEVELS).fill }}
    />
  ))
}

/** A sheet of stacked bars: what comes of a workshop. Decoration only. */
function RatingsPicture() {
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH - GAP} ${ROWS.length * ROW - 14}`}
      aria-hidden="true"
      focusable="false"
    >
      {ROWS.map((shares, row) => (
        <Bar key={shares.join()} shares={shares} y={row * ROW} />
      ))}
    </svg>
  )
}
