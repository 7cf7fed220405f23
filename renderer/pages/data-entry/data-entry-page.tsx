import type { EnteredCounts } from '../../../shared/model/data-entry.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { ProgressBar } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { FileIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { DropArea } from '../../ui/input/drop-area.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { WithWorkshop } from '../common/with-workshop.tsx'
import { countsWords } from './counts-words.ts'
import styles from './data-entry.module.css'
import { type OpenFiles, shownFile } from './entry-stage.ts'
import { OpenFile } from './open-file.tsx'
import { ManyFiles } from './open-files.tsx'
import { type RatingsFiles, useRatingsFiles } from './use-ratings-files.ts'

/** An area to drop or choose files of ratings. */
function Chooser({ choose, drop }: Pick<RatingsFiles, 'choose' | 'drop'>) {
  return (
    <DropArea label="Files of ratings" onDrop={drop}>
      <div>
        <p className={styles.ask}>Drop spreadsheets here, or choose them</p>
        <p className={styles.hint}>
          An Excel workbook (.xlsx, .xls), OpenDocument (.ods) or csv: a row for each rating, or a
          column for each criterion, indicator or person.
        </p>
      </div>
      <Button variant="primary" size="large" icon={<FileIcon />} onPress={choose}>
        Choose files
      </Button>
    </DropArea>
  )
}

interface StoredProps extends Pick<RatingsFiles, 'choose'> {
  readonly workshop: Workshop
  readonly names: readonly string[]
  readonly left: readonly string[]
  readonly counts: EnteredCounts
}

function Stored({ workshop, names, left, counts, choose }: StoredProps) {
  const workbook = useWorkbookId()
  const [only = ''] = names
  const what = names.length === 1 ? only : `${names.length} files`
  return (
    <Notice
      tone={left.length > 0 ? 'caution' : 'positive'}
      heading={`The ratings of ${what} are stored`}
      announce
      actions={
        <>
          <Button onPress={choose}>Choose more files</Button>
          <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
        </>
      }
    >
      <p>{countsWords(counts)}</p>
      {left.length > 0 && <p>Nothing is stored of {left.join(', ')}.</p>}
    </Notice>
  )
}

interface OpenedProps {
  readonly workshop: Workshop
  readonly open: OpenFiles
  readonly file: RatingsFiles
}

function Opened({ workshop, open, file }: OpenedProps) {
  const shown = shownFile(open)
  if (!shown) return <ManyFiles open={open} file={file} />
  const isOneOfMany = open.files.length + open.untaken.length > 1
  return <OpenFile workshop={workshop} open={shown} file={file} isOneOfMany={isOneOfMany} />
}

interface StageProps {
  readonly workshop: Workshop
  readonly file: RatingsFiles
}

function Stage({ workshop, file }: StageProps) {
  const { stage } = file
  switch (stage.at) {
    case 'reading':
      return (
        <div className={styles.reading} role="status">
          <ProgressBar label={`Reading ${stage.what}`} />
        </div>
      )
    case 'open':
      return <Opened workshop={workshop} open={stage.open} file={file} />
    case 'stored':
      return <Stored workshop={workshop} {...stage} choose={file.choose} />
    default:
      return (
        <Stack gap={5}>
          {stage.at === 'refused' && <Refused messages={stage.messages} />}
          <Chooser {...file} />
        </Stack>
      )
  }
}

function Refused({ messages }: { readonly messages: readonly string[] }) {
  const heading = messages.length > 1 ? 'These files cannot be read' : 'This file cannot be read'
  return (
    <Notice tone="danger" heading={heading} announce>
      {messages.map(message => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  )
}

function Open({ workshop }: { readonly workshop: Workshop }) {
  const workbook = useWorkbookId()
  const file = useRatingsFiles(workshop.id)
  // What says that the ratings are stored leads to the workshop itself.
  const isStored = file.stage.at === 'stored'
  return (
    <Stack gap={6}>
      <PageHeading
        title="Ratings from a file"
        kicker={workshop.title}
        actions={
          !isStored && (
            <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
          )
        }
      >
        <p>
          Load ratings that were typed into a spreadsheet. You see what would be stored first; all
          of a file is stored, or nothing.
        </p>
      </PageHeading>
      <Stage workshop={workshop} file={file} />
    </Stack>
  )
}

/** Keying in from files: choosing them, seeing what is wrong and what they would store, and storing them. */
export function DataEntryPage({ workshop }: { readonly workshop: string }) {
  return <WithWorkshop workshop={workshop}>{found => <Open workshop={found} />}</WithWorkshop>
}
