import { type ReactNode, useState } from 'react'
import type { ExportFormat, HostServices } from '../../../shared/host.ts'
import { LANGUAGE_CODES, LANGUAGES } from '../../../shared/languages/languages.ts'
import { isInLanguages, type Release } from '../../../shared/model/exports.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import { routes } from '../../app/routes.ts'
import { useServices } from '../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { DownloadIcon, FileIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup, type RadioOption, Select } from '../../ui/input/choice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import styles from './export-page.module.css'
import { OpenTurnsNotice } from './open-turns-notice.tsx'
import { EVERYTHING, type ExportChoices, FileOutcome, useExport } from './use-export.tsx'

const REPORT_HINT =
  'To read and print: two pages for a director, then each section with its charts.'

const WORD_HINT =
  'To write on with and to paste from: every indicator, charts, rounds, the words that were rated, methods, ' +
  'and a table for an appendix.'

const SLIDES_HINT = 'To show and to change: about eight, whose bars can be edited.'

const RELEASES: readonly RadioOption<Release>[] = [
  {
    value: 'research',
    label: 'The research team',
    hint: 'Everything: each person’s answers with group, workshop, time and comments. For the study’s own store.',
  },
  {
    value: 'tables',
    label: 'Everybody, as tables',
    hint:
      `Figures alone, and none of fewer than ${ENOUGH_ANSWERS} people. Groups of few are counted together, or ` +
      'left out. Comments only if they were let out on the page of comments.',
  },
  {
    value: 'rows',
    label: 'Everybody, as rows',
    hint:
      'Each person’s answers without group, workshop, time and comments; no tables by group can follow. Whoever ' +
      'knows some of a person’s answers may still find their row.',
  },
]

const XLSX: Readonly<Record<Release, string>> = {
  research:
    'To look things up and pass on: priorities and verdicts, figures for everyone, each group and ' +
    'each round, comments and suggestions, every rating, the framework, and a codebook.',
  tables:
    'To look things up and pass on: priorities and verdicts, figures for everyone, groups and rounds, the ' +
    'framework, and a codebook.',
  rows:
    'To look things up and pass on: priorities and verdicts, figures for everyone and each round, every answer, ' +
    'the framework, and a codebook.',
}

const CSV: Readonly<Record<Release, string>> = {
  research: 'One row for each rating, for a program that reads nothing else.',
  tables:
    'One row for each figure of everyone and each group, for a program that reads nothing else.',
  rows: 'One row for each answer, for a program that reads nothing else.',
}

/** The kinds of file; the desktop draws the report's pages itself. */
function formatsOf(
  { front }: HostServices,
  release: Release,
): readonly RadioOption<ExportFormat>[] {
  const report: readonly RadioOption<ExportFormat>[] =
    front === 'desktop'
      ? [
          {
            value: 'html',
            label: 'Report (.html)',
            hint: `${REPORT_HINT} Opens in any browser.`,
          },
          {
            value: 'pdf',
            label: 'Report as PDF (.pdf)',
            hint: 'The same report on pages of A4, to print, to send and to keep.',
          },
        ]
      : [
          {
            value: 'html',
            label: 'Report (.html)',
            hint: `${REPORT_HINT} Opens in any browser, which can also print it to PDF.`,
          },
        ]
  return [
    { value: 'xlsx', label: 'Excel workbook (.xlsx)', hint: XLSX[release] },
    { value: 'csv', label: 'One long table (.csv)', hint: CSV[release] },
    ...report,
    { value: 'docx', label: 'Report for Word (.docx)', hint: WORD_HINT },
    { value: 'pptx', label: 'Slides (.pptx)', hint: SLIDES_HINT },
    {
      value: 'zip',
      label: 'Data package (.zip)',
      hint:
        'For analysts: tables with a description, a codebook, a methods text to finish, and scripts ' +
        'that load them into R, SPSS or Stata. The command line also writes Parquet.',
    },
  ]
}

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
    <Stack gap={6}>
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
      {info.state === 'ready' && info.value.ratings === 0 && !info.value.hasHands && (
        <NoRatingsYet />
      )}
      <OpenTurnsNotice />
      <div className={styles.choice}>
        <RadioGroup
          label="Who it is for"
          options={RELEASES}
          value={choices.release}
          onChange={release => setChoices({ ...choices, release })}
        />
        <RadioGroup
          label="What kind of file"
          options={formatsOf(host, choices.release)}
          value={format}
          onChange={setFormat}
        />
        {isInLanguages(format) && <LanguageField choices={choices} onChange={setChoices} />}
        {info.state === 'ready' && info.value.madeUp && (
          <Caution>
            The ratings of this workbook are made up: do not pass the file on as real.
          </Caution>
        )}
        {choices.release === 'research' ? (
          <ChoiceFields choices={choices} onChange={setChoices} />
        ) : (
          <ReleaseNote />
        )}
        {choices.release === 'research' && choices.comments && (
          <Caution>
            Comments are in the file as people wrote them. Read them before you pass it on: somebody
            may have written a name.
          </Caution>
        )}
        <UnlessRating workshops={openFor(choices)} mayLook>
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
        </UnlessRating>
        <FileOutcome stage={stage} />
      </div>
    </Stack>
  )
}

/** The workshops whose answers are in the file, or null for all. */
const openFor = ({ release, workshop }: ExportChoices): readonly string[] | null =>
  release !== 'research' || workshop === null ? null : [workshop]

/** Says what there is to know of a file for everybody. */
function ReleaseNote() {
  return (
    <p className={styles.note}>
      It is of the whole workbook, by the round and rule chosen under Results. The workbook keeps
      what the file tells and holds the next one against it, so that two files side by side tell
      nothing of anybody: a file that would is not written.
    </p>
  )
}

/** Stands for all of them in a list; no workshop or group is called so. */
const ALL = ''

interface ChoiceFieldsProps {
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
}

/** Chooses the language of headings and fixed words. */
function LanguageField({ choices, onChange }: ChoiceFieldsProps) {
  return (
    <Select
      label="Language of headings"
      description="Headings, levels, charts and fixed words. What people wrote and what figures mean stay as they are."
      options={LANGUAGE_CODES.map(code => ({ value: code, label: LANGUAGES[code].name }))}
      value={choices.language}
      onChange={language => onChange({ ...choices, language })}
    />
  )
}

/** Chooses the ratings that go into a file, and how much it tells of people. */
function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const loaded = useWorkbook(state => state.workshops)
  const workshops = loaded.state === 'ready' ? loaded.value : []
  const groups = [...new Set(workshops.flatMap(workshop => workshop.groups))]
  const chosen = (value: string) => (value === ALL ? null : value)
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>What goes into it</legend>
      <div className={styles.row}>
        <Select
          label="Workshop"
          options={[
            { value: ALL, label: 'All workshops' },
            ...workshops.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={choices.workshop ?? ALL}
          onChange={workshop => onChange({ ...choices, workshop: chosen(workshop) })}
        />
        <Select
          label="Group"
          options={[
            { value: ALL, label: 'All groups' },
            ...groups.map(group => ({ value: group, label: group })),
          ]}
          value={choices.group ?? ALL}
          onChange={group => onChange({ ...choices, group: chosen(group) })}
        />
      </div>
      <Checkbox
        isSelected={choices.comments}
        onChange={comments => onChange({ ...choices, comments })}
      >
        Comments and suggestions
      </Checkbox>
      <Checkbox
        isSelected={choices.pseudonyms}
        onChange={pseudonyms => onChange({ ...choices, pseudonyms })}
      >
        New names for participants, made for this file alone
      </Checkbox>
      <Checkbox
        isSelected={choices.hideSmallGroups}
        onChange={hideSmallGroups => onChange({ ...choices, hideSmallGroups })}
      >
        Leave out figures of fewer than {ENOUGH_ANSWERS} people, and each person’s group
      </Checkbox>
      <p className={styles.note}>
        Results are of the round and by the rule chosen under Results; ratings of every round are
        listed.
      </p>
    </fieldset>
  )
}
