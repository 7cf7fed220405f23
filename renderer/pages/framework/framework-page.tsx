import { useState } from 'react'
import { EXAMPLE_LABEL } from '../../../shared/messages/example.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { counted, formatDay } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FileIcon, PeopleIcon, PlusIcon } from '../../ui/icons.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AsideNotice, useVersions, VersionList } from '../versions/version-list.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { NO_FILTER, passes } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import styles from './framework-page.module.css'
import { FrameworkTree } from './framework-tree.tsx'
import { IndicatorDetail } from './indicator-detail.tsx'

interface FrameworkPageProps {
  /** The code of the indicator to show in full; null for none. */
  readonly code: string | null
}

function sourceWords({ origin, fileName }: Framework): string {
  if (fileName === '') return 'changed in the program'
  return `loaded from ${origin === 'example' ? 'the example' : fileName}`
}

function Heading({ framework }: { readonly framework: Framework }) {
  const id = useWorkbookId()
  return (
    <PageHeading
      title="Framework"
      actions={
        <>
          <LinkButton href={routes.loadVersion(id)} icon={<FileIcon />}>
            Load a changed version
          </LinkButton>
          <LinkButton href={routes.workshops(id)} variant="primary" icon={<PeopleIcon />}>
            Go to the workshops
          </LinkButton>
        </>
      }
    >
      <p>
        {framework.origin === 'example' ? (
          <Tag tone="caution">{EXAMPLE_LABEL}</Tag>
        ) : (
          <strong className={styles.title}>{framework.title}</strong>
        )}
      </p>
      <p className={styles.loaded}>
        {counted(framework.indicators.length, 'indicator', 'indicators')}, {sourceWords(framework)}{' '}
        on {formatDay(framework.loadedAt)}.
      </p>
    </PageHeading>
  )
}

function Browser({ framework, code }: FrameworkPageProps & { readonly framework: Framework }) {
  const workbook = useWorkbookId()
  const [filter, setFilter] = useState(NO_FILTER)
  const shown = framework.indicators.filter(indicator => passes(indicator, filter))
  const chosen = framework.indicators.find(indicator => indicator.code === code)
  return (
    <div className={classNames(styles.browser, chosen && styles.hasChosen)}>
      <div className={styles.list}>
        <FilterBar
          filter={filter}
          onChange={setFilter}
          shown={shown.length}
          total={framework.indicators.length}
        />
        <FrameworkTree
          indicators={shown}
          filter={filter}
          code={code}
          onClear={() => setFilter(NO_FILTER)}
        />
        <div>
          <LinkButton href={routes.addIndicator(workbook)} icon={<PlusIcon />}>
            Add an indicator
          </LinkButton>
        </div>
      </div>
      <div className={styles.detail}>
        {chosen ? (
          <IndicatorDetail indicator={chosen} among={shown} framework={framework.hash} />
        ) : (
          <AtAGlance indicators={framework.indicators} />
        )}
      </div>
    </div>
  )
}

/** The framework as a tree to browse, with one indicator in full beside it. */
export function FrameworkPage({ code }: FrameworkPageProps) {
  const framework = useWorkbook(state => state.framework)
  const refresh = useWorkbook(state => state.refreshFramework)
  const versions = useVersions()
  return (
    <Loaded from={framework} what="the framework" onRetry={() => void refresh()}>
      {loaded => (
        <div className={styles.page}>
          <Heading framework={loaded} />
          {versions.state === 'ready' && <AsideNotice versions={versions.value} />}
          <Browser framework={loaded} code={code} />
          {versions.state === 'ready' && <VersionList versions={versions.value} />}
        </div>
      )}
    </Loaded>
  )
}
