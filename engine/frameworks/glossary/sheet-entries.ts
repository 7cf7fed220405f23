import { type GlossaryTerm, isAbbreviation } from '../../../shared/model/glossary/terms.ts'
import type { Sheet, SheetRow } from '../../files/spreadsheet/spreadsheet.ts'
import { cellText, oneLine } from '../read/words/cell-text.ts'
import type { Entry } from './entries.ts'
import { type GlossaryField, glossaryField, isGlossaryName } from './headings.ts'

/** Headings stand below a title and a few notes at most. */
const ROWS_SEARCHED = 20

/** The columns of a glossary, and the row of their headings; 0 where they have none. */
interface Table {
  readonly row: number
  readonly columns: ReadonlyMap<GlossaryField, number>
}

/** The terms of a sheet as they stand in it; none where it is no glossary by its headings or its name. */
export function sheetEntries(sheet: Sheet): readonly Entry[] {
  const table = tableUnderHeadings(sheet) ?? tableByName(sheet)
  if (!table) return []
  return sheet.rows
    .filter(({ number }) => number > table.row)
    .flatMap(row => entryOf(row, sheet.name, table))
}

function tableUnderHeadings({ rows }: Sheet): Table | null {
  for (const { number, cells } of rows.slice(0, ROWS_SEARCHED)) {
    const columns = new Map<GlossaryField, number>()
    for (const [column, text] of cells) {
      const field = glossaryField(text)
      if (field && !columns.has(field)) columns.set(field, column)
    }
    const hasMeaning = columns.has('meaning') || columns.has('inFull') || columns.has('plain')
    if (columns.has('term') && hasMeaning) return { row: number, columns }
  }
  return null
}

/** The first two columns of a sheet that calls itself a glossary and has no headings: words, and what they mean. */
function tableByName({ name, rows }: Sheet): Table | null {
  if (!isGlossaryName(name)) return null
  const first = rows.find(({ cells }) => cells.length >= 2)
  const [term, meaning] = first?.cells.map(([column]) => column) ?? []
  if (!first || term === undefined || meaning === undefined) return null
  return {
    row: first.number - 1,
    columns: new Map<GlossaryField, number>([
      ['term', term],
      ['meaning', meaning],
    ]),
  }
}

function entryOf({ number, cells }: SheetRow, sheet: string, { columns }: Table): readonly Entry[] {
  const texts = new Map(cells)
  const textIn = (field: GlossaryField): string => cellText(texts.get(columns.get(field) ?? 0))
  const [term, inFull, plain] = [oneLine(textIn('term')), textIn('inFull'), textIn('plain')]
  const meaning = textIn('meaning') || inFull || plain
  // A letter alone heads the part of a list in the order of the alphabet.
  if (meaning === '' && [...term].length < 2) return []
  const forms = [...listed(textIn('forms')), ...(inFull === meaning ? [] : [oneLine(inFull)])]
  const said = withForms(term, forms)
  const at = columns.get(term === '' ? 'meaning' : 'term') ?? 1
  return [{ ...said, meaning, plain, place: { sheet, row: number, column: at } }]
}

/** The forms that a cell lists. */
const listed = (text: string): readonly string[] => text.split(/[;,\n،؛]/).map(oneLine)

const IN_BRACKETS = /^([^()]+?)\s*\(([^()]+)\)$/

/** A term with its forms: `Child in need (CIN)` and `EHC plan / EHCP` are two forms of one. */
export function withForms(
  written: string,
  forms: readonly string[],
): Pick<GlossaryTerm, 'term' | 'forms'> {
  const [, outer = '', inner = ''] = IN_BRACKETS.exec(written) ?? []
  const isPair = isAbbreviation(outer) || isAbbreviation(inner)
  const [term = '', ...others] = isPair ? [outer, inner] : written.split(/\s+\/\s+/)
  return { term, forms: [...others, ...forms].filter(form => form !== '') }
}
