import { type ReactNode, useState } from 'react'
import type { ExportFormat, HostServices } from '../../../shared/host.ts'
import { routes } from '../../routes.ts'
import { useServices } from '../../stores/services.tsx'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DownloadIcon, FileIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RadioGroup, type RadioOption } from '../../ui/radio-group.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { EVERYTHING } from './choices.ts'
import styles from './export-page.module.css'
import { FileOutcome } from './file-outcome.tsx'
import { useExport } from './use-export.ts'

const REPORT_HINT =
  'To read and print: two pages for a director, then each section with its charts.'

const FORMATS: readonly RadioOption<ExportFormat>[] = [
  {
    value: 'xlsx',
    label: 'Excel workbook (.xlsx)',
    hint:
      'To look things up and pass on: priorities and verdicts, figures for everyone, each group and ' +
      'each round, comments and suggestions, every rating, the framework, and a codebook.',
  },
  {
    value: 'csv',
    label: 'One long table (.csv)',
    hint: 'One row for each rating, for a program that reads nothing else.',
  },
  {
    value: 'html',
    label: 'Report (.html)',
    hint: `${REPORT_HINT} Opens in any browser, which can also print it to PDF.`,
  },
  {
    value: 'zip',
    label: 'Data package (.zip)',
    hint:
      'For analysts: tables with a description, a codebook, a methods text to finish, and scripts ' +
      'that load them into R, SPSS or Stata. The command line also writes Parquet.',
  },
]

/** The desktop draws the report's pages itself. */
const DESKTOP_FORMATS: readonly RadioOption<ExportFormat>[] = FORMATS.flatMap(option =>
  option.value === 'html'
    ? [
        { ...option, hint: `${REPORT_HINT} Opens in any browser.` },
        {
          value: 'pdf',
          label: 'Report as PDF (.pdf)',
          hint: 'The same report on pages of A4, to print, to send and to keep.',
        },
      ]
    : [option],
)

const formatsOf = ({ front }: HostServices) => (front === 'desktop' ? DESKTOP_FORMATS : FORMATS)

function Caution({ children }: { readonly children: ReactNode }) {
  return <p className={styles.caution}>{children}</p>
}

function NoRatingsYet() {
  const id = useWorkbookId()
  return (
    <Notice
      heading="There are no ratings yet"
      actions={<LinkButton href={routes.workshops(id)}>Go to the workshops</LinkButton>}
    >
      <p>You can export already; the file then holds the framework and empty results.</p>
    </Notice>
  )
}

/** Takes the results away as a file. */
export function ExportPage() {
  const { host } = useServices()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const info = useWorkbook(state => state.info)
  const title = info.state === 'ready' ? info.value.title : 'Workbook'
  const [choices, setChoices] = useState(EVERYTHING)
  const { stage, write } = useExport(title, choices)
  const isWriting = stage.at === 'writing'
  return (
    <div className={styles.page}>
      <PageHeading
        title="Export"
        actions={
          info.state === 'ready' && (
            <LinkButton href={routes.exportPackage(info.value.id)} icon={<FileIcon />}>
              A package for other laptops
            </LinkButton>
          )
        }
      >
        <p>Everything that was rated, and what it comes to, in a file that you keep.</p>
      </PageHeading>
      {info.state === 'ready' && info.value.ratings === 0 && <NoRatingsYet />}
      <div className={styles.choice}>
        <RadioGroup
          label="What kind of file"
          options={formatsOf(host)}
          value={format}
          onChange={setFormat}
        />
        {info.state === 'ready' && info.value.madeUp && (
          <Caution>
            The ratings of this workbook are made up: do not pass the file on as real.
          </Caution>
        )}
        <ChoiceFields choices={choices} onChange={setChoices} />
        {choices.comments && (
          <Caution>
            Comments are in the file as people wrote them. Read them before you pass it on: somebody
            may have written a name.
          </Caution>
        )}
        <div>
          <Button
            variant="primary"
            size="large"
            icon={<DownloadIcon />}
            isPending={isWriting}
            onPress={() => void write(format)}
          >
            {isWriting ? 'Writing the file…' : 'Save the file'}
          </Button>
        </div>
        <FileOutcome stage={stage} />
      </div>
    </div>
  )
}
