import { useState } from 'react'
import { Link } from 'wouter'
import { counted } from '../../../../shared/messages/figures.ts'
import { changesInWords } from '../../../../shared/messages/framework.ts'
import type { FrameworkVersion } from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Tag } from '../../../ui/feedback/tag.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Button } from '../../../ui/input/button.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import { UseVersionDialog } from './use-version-dialog.tsx'
import styles from './version-list.module.css'

/** The source of a version: the name of its file, or a change in the program. */
export const sourceOf = ({ fileName }: Pick<FrameworkVersion, 'fileName'>): string =>
  fileName === '' ? 'Changed in the program' : fileName

function Version({ version, onUse }: VersionProps) {
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
          <bdi>{sourceOf(version)}</bdi>, {formatDay(loadedAt)}
        </p>
        <p className={styles.figures}>
          {counted(indicators, 'indicator', 'indicators')} ·{' '}
          {ratings === 0 ? 'no ratings saw it' : `${counted(ratings, 'rating', 'ratings')} saw it`}
        </p>
      </div>
      <div className={styles.actions}>
        {counts ? (
          <Link href={routes.version(workbook, hash)}>{changesInWords(counts)}</Link>
        ) : (
          <span className={styles.first}>The first one</span>
        )}
        {!inUse && (
          <Button variant="quiet" isFlush onPress={onUse}>
            {isAside ? 'Use' : 'Use again'}
            <VisuallyHidden> version {number}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  )
}

interface VersionProps {
  readonly version: FrameworkVersion
  readonly onUse: () => void
}

/** Says that nobody has decided between versions of several laptops, and what to do. */
export function AsideNotice({ versions }: { readonly versions: readonly FrameworkVersion[] }) {
  const contested = versions.filter(({ isContested }) => isContested)
  const inUse = versions.find(version => version.inUse)
  if (contested.length === 0 || !inUse) return null
  const names = contested.map(({ number }) => `version ${number}`).join(' and ')
  return (
    <Notice tone="caution" heading="Teams use different versions of the framework">
      <p>
        Version {inUse.number} is in use here until somebody decides; {names} stands beside it.
        Nothing is lost: ratings stay with the words that they saw. Press <em>Use</em> beside the
        version that is to count, or load the framework as it should be.
      </p>
    </Notice>
  )
}

/** Every version, the latest first: when, from where, what it changed, and how many ratings saw it. */
export function VersionList({ versions }: { readonly versions: readonly FrameworkVersion[] }) {
  const [wanted, setWanted] = useState<FrameworkVersion | null>(null)
  return (
    <Stack aria-labelledby="versions" as="section" gap={3}>
      <h2 id="versions">Versions</h2>
      <ul className={styles.versions}>
        {versions.toReversed().map(version => (
          <Version key={version.hash} version={version} onUse={() => setWanted(version)} />
        ))}
      </ul>
      {wanted && <UseVersionDialog version={wanted} onClose={() => setWanted(null)} />}
    </Stack>
  )
}
