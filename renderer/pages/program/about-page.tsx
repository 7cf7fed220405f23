import type { ReactNode } from 'react'
import type { ProgramFacts } from '../../../shared/model/program.ts'
import { routes } from '../../app/routes.ts'
import { latePart } from '../../data/late-part.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { Loaded, Spinner } from '../../ui/feedback/loaded.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './program.module.css'
import { SupportReport } from './support-report.tsx'

// Apart, as the words of all licences are long and few people read them.
const MADE_OF = latePart(() => import('./made-of.tsx'))

function LateMadeOf({ engineBuild }: { readonly engineBuild: ProgramFacts['build'] }) {
  const late = MADE_OF.useIt()
  if (late === null) return <Spinner label="Reading what it is made of" />
  return <late.MadeOf engineBuild={engineBuild} />
}

/** The program itself: its version, where it keeps things, and what it is made of. */
export function AboutPage() {
  const client = useClient()
  const { answer, retry } = useQuery('facts', () => client.program.facts())
  return (
    <Stack gap={6}>
      <PageHeading
        title="About Framework Workbook"
        actions={<LinkButton href={routes.settings()}>Settings</LinkButton>}
      >
        <p>
          A workbook for workshops that test a draft framework of indicators. It needs no internet
          and sends nothing.
        </p>
      </PageHeading>
      <Loaded from={answer} what="the program’s version" onRetry={retry}>
        {facts => (
          <>
            <Facts facts={facts} />
            <SupportReport />
            <LateMadeOf engineBuild={facts.build} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}

function Facts({ facts }: { readonly facts: ProgramFacts }) {
  return (
    <>
      <Stack as="section" gap={3} aria-labelledby="version">
        <h2 id="version" className={styles.heading}>
          Version {facts.version}
        </h2>
        <dl className={styles.facts}>
          <Fact name="Runs on">{facts.runsOn.join(', ')}</Fact>
          <Fact name="Licence">MIT: free to use, to change and to give on</Fact>
        </dl>
      </Stack>
      <Stack as="section" gap={3} aria-labelledby="files">
        <h2 id="files" className={styles.heading}>
          Where things lie
        </h2>
        <dl className={styles.facts}>
          <Fact name="Workbooks">
            <Path>{facts.libraryFolder}</Path>
          </Fact>
          <Fact name="Backups">
            <Path>{facts.backupFolder}</Path>
          </Fact>
          <Fact name="Temporary files">
            <Path>{facts.temporaryFolder}</Path>
          </Fact>
        </dl>
      </Stack>
    </>
  )
}

/** A name and what it stands for, in a list of such. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The path of a file or folder, to be selected and copied. */
export const Path = ({ children }: { readonly children: string }) => (
  <code className={styles.path} dir="ltr">
    {children}
  </code>
)
