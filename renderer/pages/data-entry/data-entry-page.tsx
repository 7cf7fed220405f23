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
import { OpenFile } from './open-file.tsx'
import { type RatingsFile, useRatingsFile } from './use-ratings-file.ts'

/** An area to drop or choose a file of ratings. */
function Chooser({ choose, drop }: Pick<RatingsFile, 'choose' | 'drop'>) {
  return (
    <DropArea label="Ratings file" onDrop={drop}>
      <div>
        <p className={styles.ask}>Drop the spreadsheet here, or choose it</p>
        <p className={styles.hint}>
          An Excel workbook (.xlsx, .xls), OpenDocument (.ods) or csv: a row for each rating, or a
          column for each criterion, indicator or person.
        </p>
      </div>
      <Button variant="primary" size="large" icon={<FileIcon />} onPress={choose}>
        Choose a file
      </Button>
    </DropArea>
  )
}

interface StoredProps extends Pick<RatingsFile, 'choose'> {
  readonly workshop: Workshop
  readonly name: string
  readonly counts: EnteredCounts
}

function Stored({ workshop, name, counts, choose }: StoredProps) {
  const workbook = useWorkbookId()
  return (
    <Notice
      tone="positive"
      heading={`The ratings of ${name} are stored`}
      announce
      actions={
        <>
          <Button onPress={choose}>Choose another file</Button>
          <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
        </>
      }
    >
      <p>{countsWords(counts)}</p>
    </Notice>
  )
}

function Stage({ workshop }: { readonly workshop: Workshop }) {
  const file = useRatingsFile(workshop.id)
  const { stage } = file
  switch (stage.at) {
    case 'reading':
      return (
        <div className={styles.reading} role="status">
          <ProgressBar label={`Reading ${stage.name}`} />
        </div>
      )
    case 'open':
      return <OpenFile workshop={workshop} open={stage.open} file={file} />
    case 'stored':
      return <Stored workshop={workshop} {...stage} choose={file.choose} />
    default:
      return (
        <Stack gap={5}>
          {stage.at === 'refused' && (
            <Notice tone="danger" heading="This file cannot be read" announce>
              <p>{stage.message}</p>
            </Notice>
          )}
          <Chooser {...file} />
        </Stack>
      )
  }
}

function Open({ workshop }: { readonly workshop: Workshop }) {
  const workbook = useWorkbookId()
  return (
    <Stack gap={6}>
      <PageHeading
        title="Ratings from a file"
        kicker={workshop.title}
        actions={
          <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
        }
      >
        <p>
          Load ratings that were typed into a spreadsheet. You see what would be stored first; all
          of a file is stored, or nothing.
        </p>
      </PageHeading>
      <Stage workshop={workshop} />
    </Stack>
  )
}

/** Keying in from a file: choosing it, seeing what is wrong and what it would store, and storing it. */
export function DataEntryPage({ workshop }: { readonly workshop: string }) {
  return <WithWorkshop workshop={workshop}>{found => <Open workshop={found} />}</WithWorkshop>
}
