import { useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import { counted } from '../../../shared/messages/figures.ts'
import { SHEET_STYLE_NAMES } from '../../../shared/messages/paper.ts'
import { MOST_SHEETS, SHEET_STYLES, type SheetStyle } from '../../../shared/model/paper.ts'
import { openedRounds, type Workshop } from '../../../shared/model/workshop.ts'
import { useRounds } from '../../data/rounds.ts'
import { useClient, useServices } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { exportName } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup, Select } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './paper.module.css'

interface PrintProps {
  readonly workshop: Workshop
  readonly onPrinted: () => void
}

/** The choice of what is to be printed. */
interface Wanted {
  /** The participant to print another sheet for; empty for newcomers of the group. */
  readonly person: string
  readonly group: string
  readonly people: string
  readonly style: Look
  /** The sections that are left out. */
  readonly without: ReadonlySet<string>
}

/** The looks of paper, and a form for a spreadsheet program. */
type Look = SheetStyle | 'form'

const STYLE_OPTIONS: readonly { readonly value: Look; readonly label: string }[] = [
  ...SHEET_STYLES.map(value => ({ value, label: SHEET_STYLE_NAMES[value] })),
  { value: 'form', label: 'Spreadsheet to fill in' },
]

const peopleIn = (text: string): number | null => {
  const people = Number(text)
  return /^\d+$/.test(text.trim()) && people >= 1 && people <= MOST_SHEETS ? people : null
}

/** Prints to a file that the person chooses, and hands it over. */
function usePrinting({ workshop, onPrinted }: PrintProps) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { answer } = useRounds(workshop.id)
  const [printed, setPrinted] = useState<{ file: ChosenFile; sheets: readonly number[] } | null>(
    null,
  )
  const { isDoing, problem, run } = useAction()
  const round = answer.state === 'ready' ? (openedRounds(answer.value).at(-1)?.round ?? 1) : null
  const print = ({ person, group, people, style }: Wanted, sections: readonly string[] | null) =>
    run(async () => {
      const count = peopleIn(people)
      if (round === null || count === null) return
      const paper = host.front === 'desktop' ? 'pdf' : 'html'
      const format = style === 'form' ? 'xlsx' : paper
      const name = exportName(`${workshop.title} sheets`, format, new Date())
      const file = await host.chooseDestination(name, format)
      if (file === null) return
      const printing = {
        ...{ workshop: workshop.id, round, style: style === 'form' ? ('plain' as const) : style },
        for: person === '' ? { group, people: count } : { participant: person },
        ...(sections && { sections: [...sections] }),
      }
      const to = file.permit
      const { sheets } =
        format === 'xlsx'
          ? await client.paper.form({ workbook, printing, to })
          : await client.paper.print({ workbook, printing, format, to })
      await host.deliver(file)
      setPrinted({ file, sheets })
      onPrinted()
    })
  return { isDoing, problem, printed, print, isReady: round !== null }
}

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
    ...{
      person: '',
      group: workshop.groups[0] ?? '',
      people: '1',
      style: 'plain',
      without: new Set(),
    },
  }))
  const { isDoing, problem, printed, print, isReady } = usePrinting(props)
  const indicators = framework.state === 'ready' ? framework.value.indicators : []
  const sections = [...new Set(indicators.map(({ section }) => section[0] ?? ''))]
  const chosen = sections.filter(section => !wanted.without.has(section))
  const change = (changed: Partial<Wanted>) => setWanted(before => ({ ...before, ...changed }))
  const isWrong = peopleIn(wanted.people) === null
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
          Print the sheets
        </Button>
      </div>
      <ProblemNotice heading="Nothing was printed" problem={problem} />
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

interface PrintedProps {
  readonly file: ChosenFile
  readonly sheets: readonly number[]
}

function Printed({ file, sheets }: PrintedProps) {
  const { host } = useServices()
  const { showInFolder } = host
  const [first] = sheets
  const numbers = sheets.length === 1 ? `Sheet ${first}` : `Sheets ${first} to ${sheets.at(-1)}`
  return (
    <Notice
      tone="positive"
      heading={`${file.name} is ready`}
      announce
      actions={
        showInFolder && (
          <Button onPress={() => void showInFolder(file)}>Show it in its folder</Button>
        )
      }
    >
      <p>
        {numbers}.{' '}
        {file.name.endsWith('.xlsx')
          ? 'Give the file to whoever fills it in, and load it with `workbook rate` when it is back.'
          : howToPrint(host.front)}
      </p>
    </Notice>
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
