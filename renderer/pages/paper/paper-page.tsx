import { useState } from 'react'
import { useLocation } from 'wouter'
import { SHEET_STAGE_WORDS } from '../../../shared/messages/paper.ts'
import type { ListedSheet } from '../../../shared/model/paper.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { type Query, useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { WithWorkshop } from '../common/with-workshop.tsx'
import styles from './paper.module.css'
import { PrintSheets } from './print-sheets.tsx'

/** The pass in which a sheet is to be read next: the second once somebody has keyed it in. */
const nextPass = ({ stage }: Pick<ListedSheet, 'stage'>): '1' | '2' =>
  stage === 'printed' || stage === 'keying' ? '1' : '2'

interface OfWorkshop {
  readonly workshop: Workshop
}

/** Opens a sheet by its number or a code, or by what a scanner types. */
function FindSheet({ workshop, sheets }: OfWorkshop & { readonly sheets: readonly ListedSheet[] }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [words, setWords] = useState('')
  const { isDoing, problem, run } = useAction()
  const find = () =>
    run(async () => {
      const number = await client.paper.find({ workbook, workshop: workshop.id, words })
      const sheet = sheets.find(each => each.number === number)
      const pass = sheet ? nextPass(sheet) : '1'
      navigate(routes.keyIn(workbook, workshop.id, String(number), pass))
    })
  return (
    <form
      className={styles.find}
      onSubmit={event => {
        event.preventDefault()
        if (words.trim() !== '') find()
      }}
    >
      <TextField
        label="Sheet to key in"
        description="Type its number or code, or read its square code with a scanner."
        value={words}
        onChange={setWords}
        autoComplete="off"
      />
      <Button type="submit" variant="primary" isPending={isDoing}>
        Open the sheet
      </Button>
      <ProblemNotice heading="No sheet was opened" problem={problem} />
    </form>
  )
}

const ACTIONS = {
  printed: 'Key in',
  keying: 'Go on keying in',
  keyed: 'Check',
  checking: 'Go on checking',
} as const

function columnsOf(hrefOf: (sheet: ListedSheet) => string): readonly Column<ListedSheet>[] {
  return [
    {
      id: 'number',
      heading: 'Sheet',
      cell: ({ number }) => <strong>{number}</strong>,
      sortBy: ({ number }) => number,
      isRowHeading: true,
      width: '5rem',
    },
    {
      id: 'code',
      heading: 'Code',
      cell: ({ code }) => <bdi>{code === '' ? 'withdrawn' : code}</bdi>,
      sortBy: ({ code }) => code,
    },
    {
      id: 'group',
      heading: 'Group',
      cell: ({ group }) => <bdi>{group}</bdi>,
      sortBy: ({ group }) => group,
    },
    {
      id: 'stage',
      heading: 'Where it is',
      cell: sheet => <Stage {...sheet} />,
      sortBy: ({ stage }) => SHEET_STAGE_WORDS[stage],
    },
    {
      id: 'open',
      heading: 'Keying in',
      cell: sheet =>
        sheet.stage === 'checked' || sheet.code === '' ? null : (
          <LinkButton href={hrefOf(sheet)}>
            {ACTIONS[sheet.stage]}
            <VisuallyHidden> sheet {sheet.number}</VisuallyHidden>
          </LinkButton>
        ),
      align: 'end',
    },
  ]
}

function Stage({ stage, keyedBy, checkedBy, round }: ListedSheet) {
  const by = [keyedBy && `keyed in by ${keyedBy}`, checkedBy && `checked by ${checkedBy}`]
  return (
    <span>
      Round {round}, {SHEET_STAGE_WORDS[stage]}
      {keyedBy && <span className={styles.by}> ({by.filter(Boolean).join(', ')})</span>}
    </span>
  )
}

function Sheets({
  workshop,
  query,
}: OfWorkshop & { readonly query: Query<readonly ListedSheet[]> }) {
  const workbook = useWorkbookId()
  const hrefOf = (sheet: ListedSheet) =>
    routes.keyIn(workbook, workshop.id, String(sheet.number), nextPass(sheet))
  return (
    <Loaded from={query.answer} what="the sheets" onRetry={query.retry}>
      {sheets =>
        sheets.length === 0 ? (
          <EmptyState heading="No sheets were printed on this laptop yet">
            <p>Sheets are keyed in on the laptop that printed them.</p>
          </EmptyState>
        ) : (
          <Stack gap={5}>
            <FindSheet workshop={workshop} sheets={sheets} />
            <Table
              caption="Sheets that were printed on this laptop"
              columns={columnsOf(hrefOf)}
              rows={sheets}
              rowKey={({ number }) => String(number)}
            />
          </Stack>
        )
      }
    </Loaded>
  )
}

function Open({ workshop }: OfWorkshop) {
  const client = useClient()
  const workbook = useWorkbookId()
  const query = useQuery(workshop.id, () => client.paper.list({ workbook, workshop: workshop.id }))
  return (
    <Stack gap={6}>
      <PageHeading
        title="On paper"
        kicker={workshop.title}
        actions={
          <LinkButton href={routes.workshop(workbook, workshop.id)}>To the workshop</LinkButton>
        }
      >
        <p>
          Print a sheet for each person, and key in what they crossed. A second person checks it.
        </p>
      </PageHeading>
      <Sheets workshop={workshop} query={query} />
      <PrintSheets workshop={workshop} onPrinted={query.retry} />
    </Stack>
  )
}

/** The sheets of paper of a workshop: printing them, and finding one to key in. */
export function PaperPage({ workshop }: { readonly workshop: string }) {
  return <WithWorkshop workshop={workshop}>{found => <Open workshop={found} />}</WithWorkshop>
}
