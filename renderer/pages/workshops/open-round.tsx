import { useState } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import { standingsWords } from '../../../shared/messages/rounds.ts'
import {
  openedRounds,
  type UnfinishedChoice,
  type WorkshopRound,
} from '../../../shared/model/workshop.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { bySection } from '../../rating/session/progress.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup, type RadioOption } from '../../ui/input/choice.tsx'
import { SearchField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { FacilitatorsField } from './facilitators-note.tsx'
import styles from './rounds-panel.module.css'

interface OpenRoundProps {
  readonly workshop: string
  readonly rounds: readonly WorkshopRound[]
  /** The indicators that are chosen to begin with. */
  readonly collected: readonly string[]
  readonly onClose: () => void
}

type Which = 'some' | 'all'

const WHICH: readonly RadioOption<Which>[] = [
  { value: 'some', label: 'The indicators that are ticked below' },
  { value: 'all', label: 'All indicators' },
]

/** The choices for people who are behind, between the round before and the one to be opened. */
const unfinishedOptions = (
  before: number,
  next: number,
): readonly RadioOption<UnfinishedChoice>[] => [
  {
    value: 'finish first',
    label: `They end round ${before} first, and then rate round ${next}`,
    hint: `Round ${before} stays open for them alone.`,
  },
  {
    value: 'move on',
    label: `They are asked for round ${next} only`,
    hint: `Round ${before} is closed. What they have answered in it is kept and counted.`,
  },
]

/** Finds the number that the round gets: nobody has begun the latest, so it takes in more; or the next. */
function placeOf(rounds: readonly WorkshopRound[]) {
  const opened = openedRounds(rounds)
  const latest = opened.at(-1)
  const joins = latest !== undefined && latest.round > 1 && latest.answered === 0
  const highest = Math.max(1, ...rounds.map(({ round }) => round))
  const next = joins ? latest.round : highest + 1
  const before = opened.filter(({ round }) => round < next).at(-1)?.round ?? 1
  return { joins, next, before }
}

/** A sheet that opens a round in one confirmed step: what is rated, and what becomes of who is behind. */
export function OpenRound({ workshop, rounds, collected, onClose }: OpenRoundProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const { joins, next, before } = placeOf(rounds)
  const [which, setWhich] = useState<Which>('some')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(collected))
  const [unfinished, setUnfinished] = useState<UnfinishedChoice>('finish first')
  const [facilitators, setFacilitators] = useState('')
  const open = () =>
    run(async () => {
      const indicators = which === 'all' ? null : [...chosen]
      await client.round.open({ workbook, workshop, indicators, unfinished, facilitators })
      onClose()
    })
  const forWhat =
    which === 'all' ? 'all indicators' : counted(chosen.size, 'indicator', 'indicators')
  return (
    <Dialog
      title={joins ? `Add to round ${next}?` : `Open round ${next}?`}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={which === 'some' && chosen.size === 0}
            isPending={isDoing}
            onPress={open}
          >
            {joins ? `Add ${forWhat} to` : 'Open'} round {next}
            {joins ? '' : ` for ${forWhat}`}
          </Button>
        </>
      }
    >
      <Before workshop={workshop} round={before} />
      <RadioGroup
        label={`People who have not finished round ${before}, or come later`}
        options={unfinishedOptions(before, next)}
        value={unfinished}
        onChange={setUnfinished}
      />
      <RadioGroup label="What is rated" options={WHICH} value={which} onChange={setWhich} />
      {which === 'some' && <Choose chosen={chosen} onChoose={setChosen} />}
      {!joins && <FacilitatorsField value={facilitators} onChange={setFacilitators} />}
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}

interface BeforeProps {
  readonly workshop: string
  readonly round: number
}

/** The progress of people in the round before. */
function Before({ workshop, round }: BeforeProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer, retry } = useQuery(`${workshop} ${round}`, () =>
    client.round.standings({ workbook, workshop, round }),
  )
  return (
    <Loaded from={answer} what="who has finished" onRetry={retry}>
      {people => (
        <p>
          Round {round}: {standingsWords(people)}
        </p>
      )}
    </Loaded>
  )
}

interface ChooseProps {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The indicators to tick; those that were ticked when the sheet came stand first. */
function Choose({ chosen, onChoose }: ChooseProps) {
  const framework = useWorkbook(state => state.framework)
  const [wanted, setWanted] = useState('')
  const [first] = useState(chosen)
  if (framework.state !== 'ready') return null
  const { indicators } = framework.value
  const found = indicators.filter(({ code, title }) =>
    `${code} ${title}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const toggle = (indicator: string) => {
    const after = new Set(chosen)
    if (!after.delete(indicator)) after.add(indicator)
    onChoose(after)
  }
  const collected = found.filter(({ id }) => first.has(id))
  const sections = [
    ...(collected.length === 0 ? [] : [{ title: 'Collected', indicators: collected }]),
    ...bySection(found.filter(({ id }) => !first.has(id))).map(({ title, members }) => ({
      title,
      indicators: members.map(({ indicator }) => indicator),
    })),
  ]
  return (
    <Stack gap={4}>
      <SearchField label="Find an indicator" value={wanted} onChange={setWanted} />
      {found.length === 0 && <p>No indicator has these words.</p>}
      {sections.map(section => (
        <section key={section.title}>
          <h3 className={styles.section}>{section.title}</h3>
          <ul>
            {section.indicators.map(({ id, code, title }) => (
              <li key={id}>
                <Checkbox isSelected={chosen.has(id)} onChange={() => toggle(id)}>
                  <span className={styles.code}>{code}</span> {title}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  )
}
