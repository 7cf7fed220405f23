import { skipMessage } from '../../../../shared/messages/check.ts'
import { formatCount } from '../../../../shared/messages/figures.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { Button } from '../../../ui/input/button.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import styles from './checked-file.module.css'
import { putBackRow } from './choices.ts'
import { makeHeading, makeIndicator } from './row-choices.ts'

interface SkippedRowsProps extends Pick<CheckReport, 'skipped'> {
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
}

const PER_PAGE = 15

function Actions({
  skipped: { row, code },
  choices,
  onChange,
}: Omit<SkippedRowsProps, 'skipped'> & { readonly skipped: CheckReport['skipped'][number] }) {
  if (code === 'left-out') {
    return (
      <Button aria-label={`Load row ${row}`} onPress={() => onChange(putBackRow(choices, row))}>
        Load it
      </Button>
    )
  }
  return (
    <>
      <Button
        aria-label={`Row ${row} is an indicator`}
        onPress={() => onChange(makeIndicator(choices, row))}
      >
        It is an indicator
      </Button>
      <Button
        aria-label={`Row ${row} is the title of a section`}
        onPress={() => onChange(makeHeading(choices, row, 0))}
      >
        It is the title of a section
      </Button>
      {code === 'section-title' && (
        <Button
          aria-label={`Row ${row} is a title within another section`}
          onPress={() => onChange(makeHeading(choices, row, 1))}
        >
          It is a title within another
        </Button>
      )}
    </>
  )
}

/** The rows that are not taken for indicators, each with the reason and what else it may be. */
export function SkippedRows({ skipped: rows, ...props }: SkippedRowsProps) {
  if (rows.length === 0) return null
  return (
    <Disclosure level={2} summary="Skipped rows" note={formatCount(rows.length)}>
      <Paged what="skipped rows" items={rows} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.skipped}>
            {shown.map(skipped => (
              <li key={`${skipped.sheet ?? ''} ${skipped.row}`}>
                <p>
                  <strong>Row {skipped.row}</strong> {skipMessage(skipped)}
                </p>
                {skipped.sheet === undefined && (
                  <Row gap={2} wrap>
                    <Actions skipped={skipped} {...props} />
                  </Row>
                )}
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}
