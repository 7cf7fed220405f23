import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { IndicatorResult, SeenVersion } from '../../../shared/model/results.ts'
import type { FrameworkVersion } from '../../../shared/model/versions.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { formatCount, formatDay } from '../../format.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { useVersions } from '../versions/version-list.tsx'
import styles from './seen-words.module.css'

const columnsFor = (versions: readonly FrameworkVersion[]): readonly Column<SeenVersion>[] => [
  {
    id: 'words',
    heading: 'Words that were rated',
    cell: ({ framework, title, sameWords }) => {
      const version = versions.find(({ hash }) => hash === framework)
      return (
        <span className={styles.words}>
          <span>{title}</span>
          <span className={styles.version}>
            {version && `Version ${version.number}, ${formatDay(version.loadedAt)}`}
            {sameWords ? '' : ', in other words than now'}
          </span>
        </span>
      )
    },
    isRowHeading: true,
  },
  ...CRITERIA.map(
    (criterion): Column<SeenVersion> => ({
      id: criterion,
      heading: `${CRITERION_NAMES[criterion]}, n`,
      cell: seen => formatCount(seen[criterion]),
      align: 'end',
    }),
  ),
]

/** Which framework versions the answers saw, where it was not one and the same for all. */
export function SeenWords({
  indicator: { seen, retired },
}: {
  readonly indicator: IndicatorResult
}) {
  const versions = useVersions()
  const isTold = seen.length > 1 || seen.some(({ sameWords }) => !sameWords) || retired
  if (!isTold || seen.length === 0) return null
  return (
    <section aria-labelledby="seen-words" className={styles.section}>
      <h2 id="seen-words">Which words were rated</h2>
      <Table
        caption="How many answers saw each version of the framework"
        columns={columnsFor(versions.state === 'ready' ? versions.value : [])}
        rows={seen}
        rowKey={({ framework }) => framework}
      />
    </section>
  )
}
