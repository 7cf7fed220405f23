import { useEffect, useRef } from 'react'
import { counted } from '../../../../shared/messages/figures.ts'
import type { CheckSheet } from '../../../../shared/model/check.ts'
import { Button } from '../../../ui/input/button.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import styles from './checked-file.module.css'
import { chooseHeaderRow, chooseSheet } from './choices.ts'
import type { Check, OpenFile } from './use-check.ts'
import { usePreview } from './use-sheet.ts'

interface FileSourceProps {
  readonly open: OpenFile
  readonly check: Check
}

/** Rows of a sheet among which the headings may be looked for. */
const ROWS_OFFERED = 40
/** Texts of a row by which it can be told from others. */
const TEXTS_SHOWN = 4

function sheetLabel({ name, hidden, indicators }: CheckSheet): string {
  const found = indicators === 0 ? 'no indicators' : counted(indicators, 'indicator', 'indicators')
  return `${name} (${hidden ? 'hidden, ' : ''}${found})`
}

interface HeaderRowProps extends FileSourceProps {
  readonly sheet: string
  readonly headerRow: number | null
}

function HeaderRow({ open, check, sheet, headerRow }: HeaderRowProps) {
  const preview = usePreview({ file: open.file, sheet, from: 1, rows: ROWS_OFFERED })
  const rows = (preview?.rows ?? []).map(({ row, cells }) => {
    const texts = cells.slice(0, TEXTS_SHOWN).map(({ text }) => text.replace(/\s+/g, ' ').trim())
    return { value: `${row}`, label: `Row ${row}: ${texts.join(' · ')}` }
  })
  const isOffered = headerRow === null || rows.some(({ value }) => value === `${headerRow}`)
  const options = isOffered ? rows : [...rows, { value: `${headerRow}`, label: `Row ${headerRow}` }]
  return (
    <Select
      label="Row of headings"
      options={options}
      value={headerRow === null ? null : `${headerRow}`}
      placeholder="Choose the row"
      onChange={row => check.change(chooseHeaderRow(open.choices, Number(row)))}
    />
  )
}

const hiddenLast = (sheets: readonly CheckSheet[]): readonly CheckSheet[] =>
  sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))

/** The file, sheet and row of headings that are read, with a way to change each. */
export function FileSource({ open, check }: FileSourceProps) {
  const { outcome } = open
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to choose the file is gone; the file is where a person goes on from.
  useEffect(() => heading.current?.focus(), [])
  const sheets = outcome.sheets ?? []
  const isRefused = 'refused' in outcome
  const sheet = isRefused ? (open.choices.sheet ?? sheets[0]?.name ?? '') : outcome.sheet
  return (
    <Stack as="section" gap={4} aria-label="File">
      <Row gap={3} align="center" justify="between" wrap>
        <h2 ref={heading} tabIndex={-1} className={styles.file}>
          {outcome.file}
        </h2>
        <Button onPress={() => void check.choose()}>Choose another file</Button>
      </Row>
      <div className={styles.choices}>
        {sheets.length > 1 && (
          <Select
            label="Sheet"
            options={hiddenLast(sheets).map(each => ({
              value: each.name,
              label: sheetLabel(each),
            }))}
            value={sheet}
            onChange={name => check.change(chooseSheet(name))}
          />
        )}
        <HeaderRow
          open={open}
          check={check}
          sheet={sheet}
          headerRow={isRefused ? (open.choices.headerRow ?? null) : outcome.headerRow}
        />
      </div>
    </Stack>
  )
}
