import { Link } from 'wouter'
import { counted } from '../../../../shared/messages/figures.ts'
import { changesInWords } from '../../../../shared/messages/framework.ts'
import type { FrameworkVersion } from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Tag } from '../../../ui/feedback/tag.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import styles from './version-list.module.css'

/** The source of a version: the name of its file, or a change in the program. */
export const sourceOf = ({ fileName }: Pick<FrameworkVersion, 'fileName'>): string =>
  fileName === '' ? 'Changed in the program' : fileName

function Version({ version }: { readonly version: FrameworkVersion }) {
  const workbook = useWorkbookId()
  const { hash, number, loadedAt, indicators, inUse, isAside, counts, ratings } = version
  return (
    <li className={styles.version}>
      <Row gap={[1, 3]} align="center" wrap>
        <strong>Version {number}</strong>
        {inUse && <Tag tone="positive">In use</Tag>}
        {isAside && <Tag tone="caution">Set aside</Tag>}
      </Row>
      <div className={styles.facts}>
        <p>
          {sourceOf(version)}, {formatDay(loadedAt)}
        </p>
        <p className={styles.figures}>
          {counted(indicators, 'indicator', 'indicators')} ·{' '}
          {ratings === 0 ? 'no ratings saw it' : `${counted(ratings, 'rating', 'ratings')} saw it`}
        </p>
      </div>
      {counts ? (
        <Link href={routes.version(workbook, hash)}>{changesInWords(counts)}</Link>
      ) : (
        <span className={styles.first}>The first one</span>
      )}
    </li>
  )
}

/** Says that laptops changed the framework apart, and what to do. */
export function AsideNotice({ versions }: { readonly versions: readonly FrameworkVersion[] }) {
  const aside = versions.filter(({ isAside }) => isAside)
  const inUse = versions.find(version => version.inUse)
  if (aside.length === 0 || !inUse) return null
  const names = aside.map(({ number }) => `version ${number}`).join(' and ')
  return (
    <Notice tone="caution" heading="The framework was changed on two laptops">
      <p>
        Version {inUse.number} is in use; {names} stands beside it. Nothing is lost: ratings stay
        with the words that they saw. Load the framework as it should be, and it takes the place of
        both.
      </p>
    </Notice>
  )
}

/** Every version, the latest first: when, from where, what it changed, and how many ratings saw it. */
export function VersionList({ versions }: { readonly versions: readonly FrameworkVersion[] }) {
  return (
    <Stack aria-labelledby="versions" as="section" gap={3}>
      <h2 id="versions">Versions</h2>
      <ul className={styles.versions}>
        {versions.toReversed().map(version => (
          <Version key={version.hash} version={version} />
        ))}
      </ul>
    </Stack>
  )
}
