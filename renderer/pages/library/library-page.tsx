import { useEffect } from 'react'
import type { Library } from '../../../shared/model/workbook.ts'
import { routes } from '../../app/routes.ts'
import { useLibrary, useLine } from '../../data/services.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { DiskEncryption } from './disk-encryption.tsx'
import { FirstStart } from './first-start.tsx'
import { LibraryNotices } from './library-notices.tsx'
import styles from './library-page.module.css'
import { useExample } from './use-example.ts'
import { WorkbookList } from './workbook-list.tsx'

type Example = ReturnType<typeof useExample>

function ExampleProblem({ problem }: { readonly problem: Example['problem'] }) {
  if (problem === null) return null
  return (
    <Notice tone="danger" heading="The example was not made" announce>
      <p>{problem.message}</p>
    </Notice>
  )
}

interface ShelfProps {
  readonly library: Library
  readonly example: Example
  readonly onChanged: () => void
}

function Shelf({ library, example, onChanged }: ShelfProps) {
  return (
    <>
      <PageHeading
        title="Workbooks"
        actions={
          <>
            <Button isPending={example.isMaking} onPress={() => void example.explore()}>
              {example.isMaking ? 'Making the example…' : 'Explore the example'}
            </Button>
            <LinkButton href={routes.openPackages()}>Open a package</LinkButton>
            <LinkButton href={routes.newWorkbook()} variant="primary" icon={<PlusIcon />}>
              New workbook
            </LinkButton>
          </>
        }
      >
        <p>Each holds one framework and the workshops that test it, on this laptop only.</p>
      </PageHeading>
      <ExampleProblem problem={example.problem} />
      <LibraryNotices library={library} onChanged={onChanged} />
      <UnreadableFiles files={library.unreadable.filter(({ backup }) => backup === null)} />
      {library.workbooks.length > 0 && <WorkbookList workbooks={library.workbooks} />}
      <DiskEncryption />
    </>
  )
}

/** The first page: the workbooks on this laptop, or how to begin. */
export function LibraryPage() {
  const library = useLibrary(state => state.library)
  const refresh = useLibrary(state => state.refresh)
  const line = useLine()
  const example = useExample()
  useEffect(() => {
    if (line === 'connected') void refresh()
  }, [line, refresh])
  return (
    <Stack gap={6}>
      <Loaded from={library} what="the library" onRetry={() => void refresh()}>
        {shelf =>
          isEmpty(shelf) ? (
            <>
              <FirstStart isMaking={example.isMaking} onExplore={() => void example.explore()} />
              <ExampleProblem problem={example.problem} />
              <LibraryNotices library={shelf} onChanged={() => void refresh()} />
            </>
          ) : (
            <Shelf library={shelf} example={example} onChanged={() => void refresh()} />
          )
        }
      </Loaded>
    </Stack>
  )
}

const isEmpty = ({ workbooks, unreadable, apart, rescued }: Library): boolean =>
  [workbooks, unreadable, apart, rescued].every(one => one.length === 0)

interface UnreadableFilesProps {
  readonly files: Library['unreadable']
}

/** The files of the library folder that could not be read, each with what to do. */
function UnreadableFiles({ files }: UnreadableFilesProps) {
  if (files.length === 0) return null
  return (
    <Notice
      tone="caution"
      heading={
        files.length === 1
          ? 'One file of the library could not be read'
          : `${files.length} files of the library could not be read`
      }
    >
      <ul className={styles.files}>
        {files.map(({ file, message }) => (
          <li key={file}>
            <strong>{file}</strong>
            <br />
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
