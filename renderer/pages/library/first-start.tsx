import { routes } from '../../routes.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ArrowRightIcon, FileIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './first-start.module.css'
import { RatingsPicture } from './ratings-picture.tsx'

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

/** What someone sees who opens the program for the first time: what it is for, and two ways in. */
export function FirstStart({ isMaking, onExplore }: FirstStartProps) {
  return (
    <div className={styles.start}>
      <div className={styles.hero}>
        <div className={styles.words}>
          <PageHeading title="Test a draft framework with the people it is for">
            <p className={styles.lead}>
              There are no workbooks on this laptop yet. Load the framework that you want to test,
              or look around first. Everything stays on this laptop, and nothing needs the internet.
            </p>
          </PageHeading>
          <div className={styles.actions}>
            <LinkButton
              href={routes.newWorkbook}
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
            <LinkButton href={routes.openPackages} size="large" variant="quiet">
              Open a package from another laptop
            </LinkButton>
          </div>
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
