import fc from 'fast-check'
import type { Sheet, Span } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { LIST_WORDS } from './list-words.ts'
import { sheetOf } from './table.ts'

const TITLE_FORMS = {
  'word and number': (part: string, number: number, words: string) => `${part} ${number}: ${words}`,
  'word, number, dash': (part: string, number: number, words: string) =>
    `${part} ${number} - ${words}`,
  'word and letter': (part: string, number: number, words: string) =>
    `${part} ${'ABCDEF'[number - 1]}: ${words}`,
  number: (_: string, number: number, words: string) => `${number}. ${words}`,
  Roman: (_: string, number: number, words: string) =>
    `${['I', 'II', 'III', 'IV', 'V', 'VI'][number - 1]}. ${words}`,
  words: (_part: string, _number: number, words: string) => words,
} as const

/** Titles of sections within others, which begin to count anew in each, or go on. */
const INNER_FORMS = {
  words: (words: string) => words,
  number: (words: string) => `1. ${words}`,
  letter: (words: string) => `A. ${words}`,
  'small letter': (words: string) => `a) ${words}`,
  decimal: (words: string, section: number) => `${section}.1 ${words}`,
} as const

const CODE_FORMS = {
  letter: (section: number, number: number) => `${'ABCDEF'[section - 1]}${number}`,
  decimal: (section: number, number: number) => `${section}.${number}`,
  prefix: (section: number, number: number) => `IND-${section}${String(number).padStart(2, '0')}`,
  running: (section: number, number: number) => `${section * 10 + number}`,
  lettered: (section: number, number: number) => `${section}${'abcde'[number - 1]}`,
  none: () => '',
} as const

/** The ways in which a list says which section an indicator is in. */
const LAYOUTS = [
  'in its column',
  'once',
  'merged',
  'merged at two levels',
  'own row in its column',
  'row over all',
  'merged row over all',
  'nested rows',
  'a sheet for each',
] as const

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(of) as Key[]

/** The shape of a list: everything by which lists of the same indicators differ. */
export const listShape = fc.record({
  language: fc.nat(LIST_WORDS.length - 1),
  author: fc.nat(2),
  titleForm: fc.constantFrom(...keysOf(TITLE_FORMS)),
  codeForm: fc.constantFrom(...keysOf(CODE_FORMS)),
  layout: fc.constantFrom(...LAYOUTS),
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
  banner: fc.boolean(),
  totals: fc.constantFrom('none', 'below all', 'below each section'),
  notes: fc.constantFrom('none', 'below', 'between', 'between and below'),
  readMe: fc.constantFrom('none', 'first', 'last', 'fields', 'contents'),
  within: fc.constantFrom('own word', 'numbered', 'both numbered', 'merged heading'),
  innerForm: fc.constantFrom(...keysOf(INNER_FORMS)),
})
export type ListShape = typeof listShape extends fc.Arbitrary<infer Shape> ? Shape : never

export interface MadeList {
  readonly sheets: readonly Sheet[]
  /** Its indicators as they are meant: `A1 | Staying safe > At home | Children ...`. */
  readonly meant: readonly string[]
}

interface Draft {
  readonly rows: (readonly string[])[]
  readonly spans: Span[]
  readonly meant: string[]
}

/** The rows of one sheet, in the shape's words and columns. */
function drafter(shape: ListShape) {
  const words = LIST_WORDS[shape.language] ?? LIST_WORDS[0]
  const headings = words?.headings[shape.author % words.headings.length]
  if (!words || !headings) throw new Error('No words for this shape.')
  const { layout, codeForm } = shape
  const isSheet = layout === 'a sheet for each'
  const isOver = ['row over all', 'merged row over all', 'nested rows'].includes(layout)
  const isTwo = layout === 'merged at two levels'
  const line = (code: string, sections: readonly string[], ...rest: readonly string[]) => [
    ...(codeForm === 'none' ? [] : [code]),
    ...(isOver || isSheet ? [] : sections),
    ...rest,
  ]
  const [code, section, title, definition] = headings
  const levels = {
    'own word': [section, words.within],
    numbered: [section, `${section} 2`],
    'both numbered': [`${section} 1`, `${section} 2`],
    'merged heading': [section, ''],
  }[shape.within]
  const head = line(code, isTwo ? levels : [section], title, definition)
  return { words, line, head, isTwo, isSheet, isOver }
}
type Drafter = ReturnType<typeof drafter>

function begin({ banner, within, codeForm }: ListShape, { head, isTwo }: Drafter): Draft {
  const rows = [...(banner ? [['Draft of March'], []] : []), head]
  const column = codeForm === 'none' ? 1 : 2
  const over = { column, toColumn: column + 1, from: rows.length, to: rows.length }
  return { rows, spans: isTwo && within === 'merged heading' ? [over] : [], meant: [] }
}

/** A cell that is merged over the rows from the last `rows` of a draft on. */
function mergeDown({ rows, spans }: Draft, column: number, size: number): void {
  const to = rows.length
  if (size > 1) spans.push({ column, toColumn: column, from: to - size + 1, to })
}

function addSection(shape: ListShape, of: Drafter, draft: Draft, at: number): void {
  const { layout, titleForm, codeForm, innerForm, sizes } = shape
  const { words, line, isTwo, isSheet, isOver, head } = of
  const { rows, spans, meant } = draft
  const size = sizes[at] ?? 1
  const plain = words.sections[at] ?? ''
  const name = isSheet ? plain : TITLE_FORMS[titleForm](words.part, at + 1, plain)
  const inner = INNER_FORMS[innerForm](`${plain} (${words.definition.split(' ')[0]})`, at + 1)
  if (layout === 'own row in its column') rows.push(line('', [name], '', ''))
  if (isOver) rows.push([name])
  if (layout === 'merged row over all') {
    spans.push({ column: 1, toColumn: head.length, from: rows.length, to: rows.length })
  }
  // Titles of one form at two levels are told by nobody.
  const isNested = layout === 'nested rows' && titleForm !== innerForm
  if (isNested) rows.push([inner])
  for (let number = 1; number <= size; number++) {
    const code = CODE_FORMS[codeForm](at + 1, number)
    const key = code || `${plain} ${number}`
    const title = `${words.titles[number % words.titles.length]} ${key}`
    const isShown =
      layout === 'in its column' || (layout !== 'own row in its column' && number === 1)
    const shown = isShown ? name : ''
    const inTwo = isTwo ? [shown, number === 1 ? inner : ''] : [shown]
    rows.push(line(code, inTwo, title, `${words.definition} ${key}`))
    const path = isNested || isTwo ? `${name} > ${inner}` : name
    meant.push(`${code || '#'} | ${path} | ${title}`)
  }
  const column = codeForm === 'none' ? 1 : 2
  if (layout === 'merged' || isTwo) mergeDown(draft, column, size)
  if (isTwo) mergeDown(draft, column + 1, size)
  if (shape.totals === 'below each section') rows.push([words.total, '', `${size}`])
}

function end({ totals, notes, sizes }: ListShape, { words }: Drafter, { rows }: Draft): void {
  const sum = sizes.reduce((all, size) => all + size, 0)
  if (totals === 'below all') rows.push([words.total, '', `${sum}`])
  if (notes.endsWith('below')) rows.push([], ...words.notes.map(note => [note]))
}

const sheetNamed = (name: string, { rows, spans }: Draft): Sheet => ({
  ...sheetOf(rows),
  name,
  spans,
})

/** Makes a list of this shape: the sheets of its file, and the indicators that it means. */
export function makeList(shape: ListShape): MadeList {
  const of = drafter(shape)
  const drafts: { readonly name: string; readonly draft: Draft }[] = []
  let draft = begin(shape, of)
  shape.sizes.forEach((_, at) => {
    addSection(shape, of, draft, at)
    const isLast = at === shape.sizes.length - 1
    if (shape.notes.startsWith('between') && !isLast) draft.rows.push([of.words.notes[0] ?? ''])
    if (!of.isSheet && !isLast) return
    end(shape, of, draft)
    drafts.push({ name: of.isSheet ? (of.words.sections[at] ?? '') : 'List', draft })
    draft = begin(shape, of)
  })
  const lists = drafts.map(each => sheetNamed(each.name, each.draft))
  const beside = besideOf(shape, of)
  return {
    sheets:
      beside && shape.readMe === 'last'
        ? [...lists, beside]
        : [...(beside ? [beside] : []), ...lists],
    meant: drafts.flatMap(each => each.draft.meant),
  }
}

/** The sheet beside the list that explains it: in words, by its columns, or by its sections. */
function besideOf({ readMe, sizes }: ListShape, { words, head }: Drafter): Sheet | null {
  const [name, ...lines] = words.readMe
  const rows = {
    none: [],
    first: lines.map(text => [text]),
    last: lines.map(text => [text]),
    fields: head.filter(text => text !== '').map(text => [text, lines[0] ?? '']),
    contents: sizes.map((size, at) => [words.sections[at] ?? '', `${size}`]),
  }[readMe]
  return rows.length === 0 ? null : { ...sheetOf(rows), name }
}
