import { useCallback, useEffect, useState } from 'react'
import type { VersionDifference } from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { LOADING, type Loadable, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { useVersions } from '../../../data/workbook-lists.ts'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../../ui/feedback/notice.tsx'
import { formatDay } from '../../../ui/format.ts'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/input/button.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { ChangeFigures, DifferenceList } from '../../common/difference-list.tsx'
import { sourceOf } from './version-list.tsx'

function useDifference(hash: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [difference, setDifference] = useState<Loadable<VersionDifference>>(LOADING)
  const read = useCallback(async () => {
    setDifference(await toLoadable(client.version.difference({ workbook, hash })))
  }, [client, workbook, hash])
  useEffect(() => void read(), [read])
  return { difference, read }
}

/** The changes of one framework version. */
export function VersionPage({ hash }: { readonly hash: string }) {
  const workbook = useWorkbookId()
  const versions = useVersions()
  const { difference, read } = useDifference(hash)
  const version =
    versions.state === 'ready' ? versions.value.find(each => each.hash === hash) : undefined
  return (
    <Stack gap={6}>
      <PageHeading
        title={version ? `What version ${version.number} changed` : 'What a version changed'}
        actions={
          <LinkButton href={routes.framework(workbook)} icon={<ArrowLeftIcon />}>
            Back to the framework
          </LinkButton>
        }
      >
        {version && (
          <p>
            {sourceOf(version)}, {formatDay(version.loadedAt)}
          </p>
        )}
      </PageHeading>
      <Loaded from={difference} what="what changed" onRetry={() => void read()}>
        {loaded =>
          loaded.changes.length === 0 ? (
            <EmptyState heading="Nothing changed">
              <p>This version says the same as the one before it.</p>
            </EmptyState>
          ) : (
            <>
              <ChangeFigures counts={loaded.counts} />
              <Stack aria-labelledby="changes" as="section" gap={3}>
                <h2 id="changes">Every change</h2>
                <DifferenceList difference={loaded} />
              </Stack>
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}
