import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import { type CheckReport, FRAMEWORK_FIELDS } from '../../../../shared/model/check.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { columnsOf, isLeft, keepAsNotes } from './choices.ts'
import styles from './columns-section.module.css'
import { SaveMapping } from './save-mapping.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import type { Check, OpenFile } from './use-check.ts'
import type { SheetView } from './use-sheet.ts'

interface ColumnsSectionProps {
  readonly open: OpenFile
  readonly report: CheckReport
  readonly check: Check
  readonly view: SheetView
}

const QUOTED = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Enough of a heading to know it by; the whole stands in the head of its column. */
const HEADING_SHOWN = 48

const shortened = (heading: string): string =>
  heading.length > HEADING_SHOWN ? `${heading.slice(0, HEADING_SHOWN).trimEnd()}…` : heading

/** Tests whether a column is loaded as a part of the glossary. */
const isExplaining = ({ sheet, glossary }: CheckReport, column: string): boolean =>
  glossary?.isLeftOut === false &&
  glossary.sources.some(source => source.sheet === sheet && source.column === column)

/** The columns that are not loaded, which can be kept as notes, and the fields that no column holds. */
function LeftAside({ open, report, check }: Omit<ColumnsSectionProps, 'view'>) {
  const left = report.tableColumns.filter(one => isLeft(one) && !isExplaining(report, one.column))
  const names = left.map(({ column, heading }) =>
    heading === '' ? column : `${column} “${shortened(heading)}”`,
  )
  const fields = FRAMEWORK_FIELDS.filter(
    field => field !== 'notes' && columnsOf(report, field).length === 0,
  )
  const keep = () => {
    const columns = left.filter(({ hidden }) => !hidden).map(({ column }) => column)
    check.change(keepAsNotes(open.choices, report, columns))
  }
  return (
    <>
      {left.length > 0 && (
        <p className={styles.aside}>
          <strong>Columns that are not loaded:</strong> {QUOTED.format(names)}.
        </p>
      )}
      {left.some(({ hidden }) => !hidden) && (
        <div>
          <Button onPress={keep}>
            {left.length === 1 ? 'Keep it as a note' : 'Keep them as notes'}
          </Button>
        </div>
      )}
      {fields.length > 0 && (
        <p className={styles.aside}>
          <strong>In no column:</strong>{' '}
          {QUOTED.format(fields.map(field => FIELD_WORDS[field].inFiles))}.
        </p>
      )}
    </>
  )
}

/** The columns over the real rows of the sheet, with where their choice came from. */
export function ColumnsSection({ open, report, check, view }: ColumnsSectionProps) {
  return (
    <section className={styles.section} aria-labelledby="columns-heading">
      <h2 id="columns-heading">The columns and rows</h2>
      <p className={styles.hint}>
        The head of each column says what it is understood as; change it where that is wrong. On
        this laptop, the choice of columns is remembered for files with the same headings once the
        workbook is made: the headings and what they mean, and nothing else of the file.
      </p>
      {open.isRecalled && (
        <Notice
          tone="info"
          heading="The columns are chosen as you chose them last time"
          actions={<Button onPress={check.forget}>Forget that choice</Button>}
          announce
        >
          <p>An earlier file had the same headings.</p>
        </Notice>
      )}
      <LeftAside open={open} report={report} check={check} />
      <SheetPreview open={open} report={report} view={view} onChange={check.change} />
      <SaveMapping {...open} />
    </section>
  )
}
