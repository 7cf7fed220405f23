import { Link } from 'wouter'
import type { Guide, GuideSection } from '../../../shared/messages/help/guide.ts'
import { GUIDES } from '../../../shared/messages/help/guides.ts'
import { routes } from '../../app/routes.ts'
import { GuideParts } from '../../help/guide-parts.tsx'
import { PrintIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { PageHeading, useFocusOnArrival } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { NotFoundPage } from '../common/no-page.tsx'
import styles from './help-page.module.css'

interface HelpPageProps {
  /** A guide; null for the list of them. */
  readonly guide: string | null
  /** A section to begin at. */
  readonly section: string | null
}

/** The guides, or one of them from its first section or another. */
export function HelpPage({ guide, section }: HelpPageProps) {
  if (guide === null) return <AllGuides />
  const found = GUIDES.find(({ id }) => id === guide)
  return found ? <GuidePage guide={found} from={section} /> : <NotFoundPage />
}

function AllGuides() {
  return (
    <Stack gap={6}>
      <PageHeading
        title="Help"
        actions={<LinkButton href={routes.about()}>About Framework Workbook</LinkButton>}
      >
        <p>Each guide prints to a few pages. F1 opens the part that fits the page you are on.</p>
      </PageHeading>
      <ul className={styles.guides}>
        {GUIDES.map(({ id, title, lead, sections }) => (
          <li key={id} className={styles.guide}>
            <h2 className={styles.heading}>
              <Link href={routes.help(id)}>{title}</Link>
            </h2>
            <p>{lead}</p>
            <Sections guide={id} sections={sections} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

interface SectionsProps {
  readonly guide: string
  readonly sections: readonly GuideSection[]
}

function Sections({ guide, sections }: SectionsProps) {
  return (
    <ul className={styles.sections}>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <Link href={routes.help(guide, id)} className={styles.link}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

interface GuidePageProps {
  readonly guide: Guide
  readonly from: string | null
}

function GuidePage({ guide, from }: GuidePageProps) {
  return (
    <div className={styles.page}>
      <PageHeading
        title={guide.title}
        kicker={<Link href={routes.help()}>All guides</Link>}
        actions={
          <Button icon={<PrintIcon />} onPress={() => window.print()}>
            Print
          </Button>
        }
      >
        <p>{guide.lead}</p>
      </PageHeading>
      <nav aria-label="Sections" className={styles.contents}>
        <Sections guide={guide.id} sections={guide.sections} />
      </nav>
      {guide.sections.map(section => (
        <Section key={section.id} section={section} isWanted={section.id === from} />
      ))}
    </div>
  )
}

interface SectionProps {
  readonly section: GuideSection
  readonly isWanted: boolean
}

function Section({ section, isWanted }: SectionProps) {
  return (
    <Stack as="section" gap={4} aria-labelledby={section.id}>
      {isWanted ? (
        <WantedHeading section={section} />
      ) : (
        <h2 id={section.id} className={styles.heading}>
          {section.title}
        </h2>
      )}
      <GuideParts parts={section.parts} />
    </Stack>
  )
}

/** The heading that the address asks for, which takes the focus and so comes into sight. */
function WantedHeading({ section }: Pick<SectionProps, 'section'>) {
  const heading = useFocusOnArrival<HTMLHeadingElement>(section.id)
  return (
    <h2 id={section.id} ref={heading} tabIndex={-1} className={styles.heading}>
      {section.title}
    </h2>
  )
}
