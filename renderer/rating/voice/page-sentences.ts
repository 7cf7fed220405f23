import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { Marks, Sentence } from './reader.ts'

/** A sentence as it stands on the page. */
export interface PageSentence extends Sentence {
  /** The nodes that hold the text around it, in their order: one, or more where words of it are explained. */
  readonly nodes: readonly Text[]
  /** Its place in the text of these nodes. */
  readonly start: number
}

/** The attribute of what is read aloud, in the order of the page. */
export const SPOKEN = { 'data-spoken': '' } as const

const SELECTOR = '[data-spoken]'

/** The sentences of one question that are on screen: with the indicator's words, unless they were just read. */
export function sentencesOnPage(question: Criterion, withTitle: boolean): readonly PageSentence[] {
  const asked = `[data-question="${question}"] ${SELECTOR}`
  const wanted = withTitle ? `h1 ${SELECTOR}, ${asked}` : asked
  return [...document.querySelectorAll(wanted)].flatMap(element =>
    element.checkVisibility() ? sentencesIn(element) : [],
  )
}

function sentencesIn(element: Element): readonly PageSentence[] {
  const nodes = shownTexts(element)
  const lang = element.closest<HTMLElement>('[lang]')?.lang ?? ''
  const text = nodes.map(({ data }) => data).join('')
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)
  return [...sentences].map(({ segment, index }) => ({ text: segment, lang, nodes, start: index }))
}

/** The texts of an element but for explanations, which are not on screen. */
function shownTexts(element: Element): readonly Text[] {
  return [...element.childNodes].flatMap(node => {
    if (node instanceof Text) return [node]
    return node instanceof HTMLElement && !node.hidden ? shownTexts(node) : []
  })
}

/** Marks what is being read without a change to the page: browsers draw highlights over any text. */
export const PAGE_MARKS: Marks<PageSentence> = {
  sentence: sentence => mark('spoken-sentence', sentence, 0, sentence.text.length),
  word: (sentence, start, length) => mark('spoken-word', sentence, start, length),
  clear: () => {
    CSS.highlights?.delete('spoken-sentence')
    CSS.highlights?.delete('spoken-word')
  },
}

function mark(name: string, { nodes, start }: PageSentence, from: number, length: number): void {
  const [first, last] = [placeIn(nodes, start + from), placeIn(nodes, start + from + length)]
  // The text may have been changed while the voice was on its way.
  if (!('highlights' in CSS) || !first || !last || length === 0) return
  const range = new Range()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset)
  CSS.highlights.set(name, new Highlight(range))
}

/** The node at a place of the text of several, and the place in it; undefined beyond the last. */
function placeIn(
  nodes: readonly Text[],
  place: number,
): { readonly node: Text; readonly offset: number } | undefined {
  let offset = place
  for (const node of nodes) {
    if (offset <= node.length) return { node, offset }
    offset -= node.length
  }
  return undefined
}
