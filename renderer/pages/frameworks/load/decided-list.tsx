import type { ReactNode } from 'react'
import { formatCount } from '../../../../shared/messages/figures.ts'
import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import type { CheckChoices } from '../../../../shared/model/check.ts'
import { UndoIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { putBackRow, putBackText, takeBackMeaning, takeBackNote } from './choices.ts'
import styles from './decided-list.module.css'
import { numberCodes, readAsBefore, settleRepeats, takeSectionBack } from './row-choices.ts'

interface DecidedListProps {
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
}

interface Decided {
  readonly key: string
  readonly words: ReactNode
  readonly name: string
  readonly without: CheckChoices
}

const PER_PAGE = 8

function decidedIn(choices: CheckChoices): readonly Decided[] {
  const { texts = [], meanings = [], leftOut = [], notes = [] } = choices
  const noted = new Set(notes.map(({ cell }) => cell))
  // A blank that was left for a note goes with the note.
  const typed = texts.filter(({ cell, text }) => text !== '' || !noted.has(cell))
  return [
    ...notes.map(({ cell, text }) => ({
      key: `note ${cell}`,
      words: `The indicator of ${cell} is loaded with the note “${text}”.`,
      name: `the note about ${cell}`,
      without: takeBackNote(choices, cell),
    })),
    ...typed.map(({ cell, text }) => ({
      key: `text ${cell}`,
      words: text === '' ? `${cell} is left blank.` : `${cell} holds “${text}”.`,
      name: `the text of ${cell}`,
      without: putBackText(choices, cell),
    })),
    ...meanings.map(meaning => ({
      key: `meaning ${meaning.field} ${meaning.text}`,
      words: `“${meaning.text}” as ${FIELD_WORDS[meaning.field].inFiles} means ${meaning.means || 'nothing: it is left blank'}.`,
      name: `the meaning of ${meaning.text}`,
      without: takeBackMeaning(choices, meaning),
    })),
    ...leftOut.map(row => ({
      key: `row ${row}`,
      words: `Row ${row} is left out.`,
      name: `leaving out row ${row}`,
      without: putBackRow(choices, row),
    })),
    ...rowsIn(choices),
    ...codesIn(choices),
  ]
}

function rowsIn(choices: CheckChoices): readonly Decided[] {
  const { headings = [], indicators = [], sections = [] } = choices
  return [
    ...headings.map(({ row }) => ({
      key: `heading ${row}`,
      words: `Row ${row} is the title of a section.`,
      name: `the title in row ${row}`,
      without: readAsBefore(choices, row),
    })),
    ...indicators.map(row => ({
      key: `indicator ${row}`,
      words: `Row ${row} is an indicator.`,
      name: `row ${row} as an indicator`,
      without: readAsBefore(choices, row),
    })),
    ...sections.map(({ row, title }) => ({
      key: `section ${row}`,
      words: `The indicator of row ${row} is in the section “${title}”.`,
      name: `the section of row ${row}`,
      without: takeSectionBack(choices, [row]),
    })),
  ]
}

function codesIn(choices: CheckChoices): readonly Decided[] {
  const { numberCodes: numbered, repeatedCodes } = choices
  return [
    ...(numbered
      ? [
          {
            key: 'numbers',
            words: `Indicators without a code are numbered ${numbered === 'all' ? 'from N001 on' : 'in each section'}.`,
            name: 'the numbering',
            without: numberCodes(choices, null),
          },
        ]
      : []),
    ...(repeatedCodes
      ? [
          {
            key: 'repeats',
            words: REPEATS_IN_WORDS[repeatedCodes.by],
            name: 'what becomes of repeated codes',
            without: settleRepeats(choices, null),
          },
        ]
      : []),
  ]
}

const REPEATS_IN_WORDS = {
  first: 'Of indicators with one code, the first is kept.',
  number: 'Codes that repeat are numbered.',
  section: 'Every code has what tells its section before it.',
  column: 'Codes that repeat have the text of another column added.',
} as const

/** The facilitator's decisions on this page, each with a button to take it back. */
export function DecidedList({ choices, onChange }: DecidedListProps) {
  const settled = decidedIn(choices)
  if (settled.length === 0) return null
  return (
    <Disclosure level={2} summary="What you settled" note={formatCount(settled.length)}>
      <p className={styles.hint}>It counts for this workbook; the spreadsheet is not changed.</p>
      <Paged what="settled" items={settled} perPage={PER_PAGE}>
        {shown => (
          <ul>
            {shown.map(({ key, words, name, without }) => (
              <li key={key} className={styles.item}>
                <Button
                  icon={<UndoIcon />}
                  onPress={() => onChange(without)}
                  aria-label={`Take back ${name}`}
                >
                  Take back
                </Button>
                <p className={styles.words}>{words}</p>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}
