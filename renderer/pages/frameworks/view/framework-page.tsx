import { useState } from 'react'
import { counted } from '../../../../shared/messages/figures.ts'
import { DATA_TYPE_NAMES, STATUS_NAMES } from '../../../../shared/messages/framework.ts'
import { EXAMPLE_LABEL, type Framework } from '../../../../shared/model/framework.ts'
import { DATA_TYPES, STATUSES } from '../../../../shared/model/vocabulary.ts'
import { routes } from '../../../app/routes.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { useVersions } from '../../../data/workbook-lists.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Tag } from '../../../ui/feedback/tag.tsx'
import { formatDay } from '../../../ui/format.ts'
import { FileIcon, PeopleIcon, PlusIcon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/input/button.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { SearchField } from '../../../ui/input/text-field.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { GlossarySection } from '../glossary/glossary-section.tsx'
import { FrameworkPictures } from '../pictures/framework-pictures.tsx'
import { PicturesSection } from '../pictures/pictures-section.tsx'
import { AsideNotice, VersionList } from '../versions/version-list.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import styles from './framework-page.module.css'
import { FrameworkTree } from './framework-tree.tsx'
import { IndicatorDetail } from './indicator-detail.tsx'
import { type FrameworkFilter, NO_FILTER, passes } from './tree.ts'

interface FrameworkPageProps {
  /** The code of the indicator to show in full; null for none. */
  readonly code: string | null
}

function Source({ origin, fileName }: Pick<Framework, 'origin' | 'fileName'>) {
  if (fileName === '') return 'changed in the program'
  return <>loaded from {origin === 'example' ? 'the example' : <bdi>{fileName}</bdi>}</>
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
          <strong className={styles.title} dir="auto">
            {framework.title}
          </strong>
        )}
      </p>
      <p className={styles.loaded}>
        {counted(framework.indicators.length, 'indicator', 'indicators')}, <Source {...framework} />{' '}
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
        <FrameworkPictures>
          <Stack gap={6}>
            <Heading framework={loaded} />
            {versions.state === 'ready' && <AsideNotice versions={versions.value} />}
            <Browser framework={loaded} code={code} />
            <GlossarySection />
            <PicturesSection indicators={loaded.indicators} />
            {versions.state === 'ready' && <VersionList versions={versions.value} />}
          </Stack>
        </FrameworkPictures>
      )}
    </Loaded>
  )
}

interface FilterBarProps {
  readonly filter: FrameworkFilter
  readonly onChange: (filter: FrameworkFilter) => void
  readonly shown: number
  readonly total: number
}

const ANY = 'any'

const DATA_TYPE_OPTIONS = [
  { value: ANY, label: 'Any data type' },
  ...DATA_TYPES.map(value => ({ value, label: DATA_TYPE_NAMES[value] })),
] as const

const STATUS_OPTIONS = [
  { value: ANY, label: 'Any status' },
  ...STATUSES.map(value => ({ value, label: STATUS_NAMES[value] })),
] as const

/** Narrows the framework down: by words, data type and status. */
function FilterBar({ filter, onChange, shown, total }: FilterBarProps) {
  return (
    <search className={styles.bar}>
      <div className={styles.search}>
        <SearchField
          label="Search the indicators"
          value={filter.search}
          onChange={search => onChange({ ...filter, search })}
        />
      </div>
      <Select
        label="Data type"
        options={DATA_TYPE_OPTIONS}
        value={filter.dataType}
        onChange={dataType => onChange({ ...filter, dataType })}
      />
      <Select
        label="Status"
        options={STATUS_OPTIONS}
        value={filter.status}
        onChange={status => onChange({ ...filter, status })}
      />
      <p className={styles.count} role="status">
        {shown === total
          ? `All ${counted(total, 'indicator', 'indicators')}`
          : `${shown} of ${counted(total, 'indicator', 'indicators')}`}
      </p>
    </search>
  )
}
