import { useState } from 'react'
import { FIRST_LANGUAGE, LANGUAGE_CODES, LANGUAGES } from '../../../shared/languages/languages.ts'
import { counted } from '../../../shared/messages/figures.ts'
import { SHEET_STYLE_NAMES } from '../../../shared/messages/paper.ts'
import { MOST_SHEETS, SHEET_STYLES } from '../../../shared/model/paper.ts'
import { useClient, useServices } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup, Select } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { FileReady } from '../common/file-ready.tsx'
import styles from './paper.module.css'
import {
  type Look,
  type PrintedSheets,
  type PrintProps,
  peopleWanted,
  usePrinting,
  type Wanted,
} from './use-printing.ts'

const STYLE_OPTIONS: readonly { readonly value: Look; readonly label: string }[] = [
  ...SHEET_STYLES.map(value => ({ value, label: SHEET_STYLE_NAMES[value] })),
  { value: 'form', label: 'Spreadsheet to fill in' },
]

/** The participants of a workshop, to choose from. */
function usePeopleOptions(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.participants)
  const { answer } = useQuery(`${workshop} ${revision}`, () =>
    client.participant.list({ workbook, workshop }),
  )
  if (answer.state !== 'ready') return []
  return answer.value.map(({ id, name, group }) => ({ value: id, label: `${name}, ${group}` }))
}

/** The form that prints numbered sheets for people of a group. */
export function PrintSheets(props: PrintProps) {
  const { workshop } = props
  const framework = useWorkbook(state => state.framework)
  const [wanted, setWanted] = useState<Wanted>(() => ({
    person: '',
    group: workshop.groups[0] ?? '',
    people: '1',
    style: 'plain',
    language: FIRST_LANGUAGE,
    without: new Set(),
  }))
  const { isDoing, problem, printed, print, isReady } = usePrinting(props)
  const indicators = framework.state === 'ready' ? framework.value.indicators : []
  const sections = [...new Set(indicators.map(({ section }) => section[0] ?? ''))]
  const chosen = sections.filter(section => !wanted.without.has(section))
  const change = (changed: Partial<Wanted>) => setWanted(before => ({ ...before, ...changed }))
  const isWrong = peopleWanted(wanted) === null
  return (
    <Stack as="section" gap={4} aria-labelledby="print-sheets">
      <h2 id="print-sheets">Print sheets</h2>
      <ForWhom workshop={workshop} wanted={wanted} isWrong={isWrong} onChange={change} />
      <RadioGroup
        label="What they look like"
        options={STYLE_OPTIONS}
        value={wanted.style}
        onChange={style => change({ style })}
        layout="row"
      />
      <div className={styles.form}>
        <Select
          label="Language of the sheet"
          description="The indicators’ own words are in it as far as the framework brought them."
          options={LANGUAGE_CODES.map(value => ({ value, label: LANGUAGES[value].name }))}
          value={wanted.language}
          onChange={language => change({ language })}
        />
      </div>
      <Sections
        sections={sections}
        without={wanted.without}
        onChange={without => change({ without })}
      />
      <div>
        <Button
          variant="primary"
          isPending={isDoing}
          isDisabled={isWrong || !isReady || chosen.length === 0}
          onPress={() => print(wanted, wanted.without.size === 0 ? null : chosen)}
        >
          {wanted.style === 'form' ? 'Make the spreadsheet' : 'Print the sheets'}
        </Button>
      </div>
      <ProblemNotice heading="Nothing was written" problem={problem} />
      {printed && <Printed {...printed} />}
    </Stack>
  )
}

interface ForWhomProps extends Pick<PrintProps, 'workshop'> {
  readonly wanted: Wanted
  readonly isWrong: boolean
  readonly onChange: (changed: Partial<Wanted>) => void
}

function ForWhom({ workshop, wanted, isWrong, onChange }: ForWhomProps) {
  const people = usePeopleOptions(workshop.id)
  return (
    <div className={styles.form}>
      {people.length > 0 && (
        <Select
          label="Who they are for"
          options={[{ value: '', label: 'New people' }, ...people]}
          value={wanted.person}
          onChange={person => onChange({ person })}
        />
      )}
      {wanted.person === '' && (
        <>
          <Select
            label="Group"
            options={workshop.groups.map(group => ({ value: group, label: group }))}
            value={wanted.group}
            onChange={group => onChange({ group })}
          />
          <TextField
            label="How many people"
            value={wanted.people}
            onChange={count => onChange({ people: count })}
            inputMode="numeric"
            {...(isWrong && { error: `Type a number from 1 to ${MOST_SHEETS}.` })}
          />
        </>
      )}
    </div>
  )
}

function Printed({ file, sheets }: PrintedSheets) {
  const { host } = useServices()
  const [first] = sheets
  const numbers = sheets.length === 1 ? `Sheet ${first}` : `Sheets ${first} to ${sheets.at(-1)}`
  return (
    <FileReady file={file}>
      {numbers}.{' '}
      {file.name.endsWith('.xlsx') ? (
        <>
          Give the file to whoever fills it in, and load it under “Ratings from a file” on the page
          of the workshop when it is back.
        </>
      ) : (
        howToPrint(host.front)
      )}
    </FileReady>
  )
}

const howToPrint = (front: 'desktop' | 'browser'): string =>
  [
    front === 'browser'
      ? 'Open it from your downloads and print it on A4, without margins or scaling.'
      : 'Print it on A4, at its own size.',
    'Keep it: if a sheet is lost, it can be printed again from it.',
  ].join(' ')

interface SectionsProps {
  readonly sections: readonly string[]
  readonly without: ReadonlySet<string>
  readonly onChange: (without: ReadonlySet<string>) => void
}

function Sections({ sections, without, onChange }: SectionsProps) {
  if (sections.length < 2) return null
  const left = sections.length - without.size
  const toggle = (section: string, isIn: boolean) => {
    const next = new Set(without)
    if (isIn) next.delete(section)
    else next.add(section)
    onChange(next)
  }
  return (
    <Disclosure
      summary="Sections on the sheet"
      note={left === sections.length ? 'all of them' : counted(left, 'section', 'sections')}
    >
      <Stack gap={1}>
        {sections.map(section => (
          <Checkbox
            key={section}
            isSelected={!without.has(section)}
            onChange={isIn => toggle(section, isIn)}
          >
            <span dir="auto">{section}</span>
          </Checkbox>
        ))}
        {left === 0 && <p>Choose one section or more.</p>}
      </Stack>
    </Disclosure>
  )
}
