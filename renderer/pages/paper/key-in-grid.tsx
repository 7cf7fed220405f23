import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { SHEET_WORDS } from '../../../shared/messages/paper.ts'
import type { OpenSheet, SheetEntry, SheetLine } from '../../../shared/model/paper.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { LEAVES_NOTHING } from '../../ui/input/text-field.tsx'
import styles from './paper.module.css'
import { readSign, signOf } from './signs.ts'
import { questionKey } from './use-key-in.ts'

interface GridProps {
  readonly sheet: OpenSheet
  readonly levels: number
  readonly read: ReadonlyMap<string, SheetEntry>
  readonly onRead: (entry: SheetEntry) => void
}

/** The steps of the keys that move: a line has one question beside the other. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: CRITERIA.length,
  ArrowUp: -CRITERIA.length,
  Enter: 1,
}

/**
 * The lines of a sheet with a cell for each question. A digit answers and goes to the next one, so that one hand stays on
 * the number keys and the eyes on the paper; Backspace goes back.
 */
export function KeyInGrid({ sheet, levels, read, onRead }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  const goTo = (at: number) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`input[data-at="${at}"]`)
    cell?.focus()
    cell?.select()
  }
  const readRef = useRef(onRead)
  readRef.current = onRead
  const first = firstUnread(sheet, read)
  // Of hundreds of cells Tab reaches one; the arrows, and every answer, go on from there.
  const [active, setActive] = useState(() => first ?? 0)
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLInputElement>('input[tabindex="0"]')
    cell?.focus()
  }, [])
  return (
    <table ref={table} className={styles.grid}>
      <caption className={styles.caption}>
        {first === null
          ? 'Every line was read.'
          : `The next line that was not read is ${Math.floor(first / CRITERIA.length) + 1}.`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Indicator</th>
          {CRITERIA.map(criterion => (
            <th key={criterion} scope="col">
              {SHEET_WORDS.columns[criterion]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line, at) => (
          <Line
            key={line.indicator}
            line={line}
            at={at}
            levels={levels}
            first={read.get(questionKey({ indicator: line.indicator, criterion: CRITERIA[0] }))}
            second={read.get(questionKey({ indicator: line.indicator, criterion: CRITERIA[1] }))}
            active={Math.floor(active / CRITERIA.length) === at ? active : null}
            onRead={readRef}
            onGo={goTo}
            onActive={setActive}
          />
        ))}
      </tbody>
    </table>
  )
}

/** The place of the first question that was not read, in the order of the paper; null where all were. */
function firstUnread({ lines }: OpenSheet, read: ReadonlyMap<string, SheetEntry>): number | null {
  const questions = lines.flatMap(({ indicator }) =>
    CRITERIA.map(criterion => questionKey({ indicator, criterion })),
  )
  const found = questions.findIndex(question => !read.has(question))
  return found === -1 ? null : found
}

interface LineProps {
  readonly line: SheetLine
  readonly at: number
  readonly levels: number
  readonly first: SheetEntry | undefined
  readonly second: SheetEntry | undefined
  readonly onRead: { readonly current: (entry: SheetEntry) => void }
  readonly onGo: (at: number) => void
  /** The place that Tab reaches, where it is in this line. */
  readonly active: number | null
  readonly onActive: (at: number) => void
}

// A sheet has hundreds of cells, and each digit changes one of them.
const Line = memo(
  function Line({ line, at, levels, first, second, active, ...doings }: LineProps) {
    const { indicator, code, title } = line
    const { onRead, onGo, onActive } = doings
    return (
      <tr>
        <td className={styles.lineNumber}>{at + 1}</td>
        <th scope="row">
          <bdi className={styles.code}>{code}</bdi> <span dir="auto">{title}</span>
        </th>
        {CRITERIA.map((criterion, column) => {
          const entry = column === 0 ? first : second
          const place = at * CRITERIA.length + column
          return (
            <td key={criterion}>
              <Cell
                label={`Line ${at + 1}, ${code}, ${SHEET_WORDS.columns[criterion]}`}
                place={place}
                levels={levels}
                answer={entry?.answer}
                onAnswer={answer =>
                  onRead.current({ indicator, criterion, answer, comment: entry?.comment ?? '' })
                }
                isActive={place === active}
                onGo={onGo}
                onActive={onActive}
              />
            </td>
          )
        })}
      </tr>
    )
  },
  (before, after) =>
    before.first === after.first &&
    before.second === after.second &&
    before.line === after.line &&
    before.active === after.active,
)

interface CellProps {
  readonly label: string
  readonly place: number
  readonly levels: number
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
  readonly isActive: boolean
  readonly onGo: (place: number) => void
  readonly onActive: (place: number) => void
}

function Cell({ label, place, levels, answer, isActive, ...doings }: CellProps) {
  const { onAnswer, onGo, onActive } = doings
  const type = (text: string) => {
    const read = readSign(text.slice(-1), levels)
    if (read === null) return
    onAnswer(read)
    onGo(place + 1)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'Backspace' ? -1 : STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    onGo(place + step)
  }
  return (
    <input
      {...LEAVES_NOTHING}
      className={styles.cell}
      aria-label={label}
      inputMode="decimal"
      data-at={place}
      value={signOf(answer, levels)}
      onChange={event => type(event.target.value)}
      onKeyDown={press}
      tabIndex={isActive ? 0 : -1}
      onFocus={event => {
        event.target.select()
        onActive(place)
      }}
    />
  )
}
