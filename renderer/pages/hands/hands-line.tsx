import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { SHEET_WORDS } from '../../../shared/messages/paper.ts'
import { type HandsLine, handsIn, type StandingHands } from '../../../shared/model/hands.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { problemOf } from '../../data/loadable.ts'
import { classNames } from '../../ui/class-names.ts'
import { LEAVES_NOTHING } from '../../ui/input/text-field.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { emptyCells, type ReadLine, readCells, type TypedCells, toCells } from './counts.ts'
import styles from './hands.module.css'

/** Keeps a line; null takes it back. Returns what stands then. */
export type KeepLine = (
  line: HandsLine,
  read: Exclude<ReadLine, { readonly kind: 'wrong' }>,
) => Promise<HandsLine>

/** An answer that hands go up for: the sign over its cell, and its words. */
interface AnswerCell {
  readonly sign: string
  readonly label: string
}

interface LineProps {
  readonly line: HandsLine
  readonly scale: Scale
  readonly present: number
  readonly onKeep: KeepLine
}

type Saving =
  | { readonly state: 'as it stands' | 'saving' | 'saved' }
  | { readonly state: 'wrong'; readonly why: string }

const standingCells = ({ standing }: HandsLine, levels: number): TypedCells => {
  const [only, ...others] = standing
  return only && others.length === 0 ? toCells(only) : emptyCells(levels)
}

/** A line being typed: kept as a whole once the focus leaves it. */
function useTypedLine({ line, scale, present, onKeep }: LineProps) {
  const [stands, setStands] = useState(line)
  const [cells, setCells] = useState(() => standingCells(line, scale.length))
  const [saving, setSaving] = useState<Saving>({ state: 'as it stands' })
  const kept = useRef(cells)
  const type = (at: number, text: string) =>
    setCells(before => before.map((cell, index) => (index === at ? text : cell)))
  const keep = async () => {
    if (cells.join() === kept.current.join() && saving.state !== 'wrong') return
    const read = readCells(cells, scale.length, present)
    if (read.kind === 'wrong') return setSaving({ state: 'wrong', why: read.why })
    setSaving({ state: 'saving' })
    try {
      const now = await onKeep(stands, read)
      kept.current = cells
      setStands(now)
      setSaving({ state: 'saved' })
    } catch (error) {
      setSaving({ state: 'wrong', why: problemOf(error).message })
    }
  }
  return { stands, cells, saving, type, keep }
}

/** The inputs of every line, by which Enter and the arrows find their way. */
const inputsOf = (from: HTMLElement): readonly HTMLInputElement[] => [
  ...(from.closest('[data-hands]')?.querySelectorAll<HTMLInputElement>('input') ?? []),
]

const ROWS_DOWN: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Goes to another line by a key; false where that leads to none. */
function move(event: KeyboardEvent<HTMLInputElement>, at: number, width: number): boolean {
  const rows = event.key === 'Enter' ? 1 : ROWS_DOWN[event.key]
  if (rows === undefined) return true
  event.preventDefault()
  const inputs = inputsOf(event.currentTarget)
  const here = inputs.indexOf(event.currentTarget)
  const next = inputs[event.key === 'Enter' ? here - at + width : here + rows * width]
  next?.focus()
  next?.select()
  return next !== undefined
}

/** One question of an indicator, with a cell for the number of hands of each answer. */
export function QuestionLine(props: LineProps) {
  const { line, scale, present } = props
  const { stands, cells, saving, type, keep } = useTypedLine(props)
  const question = SHEET_WORDS.columns[line.criterion]
  const levels = scale.levels[line.criterion]
  const answers: readonly AnswerCell[] = [
    ...levels.map(({ value, label }) => ({ sign: String(value), label })),
    { sign: '?', label: ANSWER_LABELS.dont_know },
    { sign: '–', label: ANSWER_LABELS.not_applicable },
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
    <div
      className={styles.line}
      role="group"
      aria-label={`${line.code}, ${question}`}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) void keep()
      }}
    >
      <span className={styles.question}>{question}</span>
      <div className={styles.cells}>
        {answers.map(({ sign, label }, at) => (
          <label
            key={sign}
            className={classNames(styles.cell, at === levels.length && styles.apart)}
          >
            <span className={styles.sign} aria-hidden="true" title={label}>
              {sign}
            </span>
            <input
              {...LEAVES_NOTHING}
              className={styles.count}
              aria-label={`${line.code}, ${question} ${label}`}
              inputMode="numeric"
              maxLength={4}
              value={cells[at] ?? ''}
              onChange={event => type(at, event.target.value)}
              onFocus={event => event.target.select()}
              onKeyDown={event => {
                // The last line has none to leave for.
                if (!move(event, at, answers.length)) void keep()
              }}
            />
          </label>
        ))}
      </div>
      <span
        className={classNames(styles.state, saving.state === 'wrong' && styles.problem)}
        role="status"
      >
        {stateWords(saving, cells, scale.length, present)}
      </span>
      {stands.standing.length > 1 && (
        <Differing standing={stands.standing} answers={answers} levels={levels.length} />
      )}
    </div>
  )
}

function stateWords(saving: Saving, cells: TypedCells, levels: number, present: number): string {
  if (saving.state === 'wrong') return saving.why
  if (saving.state === 'saving') return 'Saving'
  const read = readCells(cells, levels, present)
  if (read.kind !== 'counts') return saving.state === 'saved' ? 'Taken back' : ''
  const hands = `${handsIn(read.counted)} of ${present}`
  return saving.state === 'saved' ? `${hands}, saved` : hands
}

interface DifferingProps {
  readonly standing: readonly StandingHands[]
  readonly answers: readonly AnswerCell[]
  readonly levels: number
}

/** The counts of laptops that counted a line differently, each number below the cell that it is of. */
function Differing({ standing, answers, levels }: DifferingProps) {
  const counts = standing.map(toCells)
  const isDisputed = (at: number) => new Set(counts.map(cells => cells[at])).size > 1
  return (
    <>
      {standing.map(one => {
        const cells = toCells(one)
        const said = answers.map(({ label }, at) => `${label} ${cells[at]}`)
        return (
          <Fragment key={one.id}>
            <span className={styles.question}>
              <bdi>{one.by}</bdi>
              <VisuallyHidden>: {said.join(', ')}</VisuallyHidden>
            </span>
            <div className={styles.cells} aria-hidden="true">
              {answers.map(({ sign }, at) => (
                <span
                  key={sign}
                  className={classNames(
                    styles.counted,
                    at === levels && styles.apart,
                    isDisputed(at) && styles.disputed,
                  )}
                >
                  {cells[at]}
                </span>
              ))}
            </div>
            <span className={styles.state}>of {one.present}</span>
          </Fragment>
        )
      })}
      <p className={styles.differ}>
        Two laptops counted this line differently, so it counts for nothing yet. Type the right
        counts.
      </p>
    </>
  )
}
