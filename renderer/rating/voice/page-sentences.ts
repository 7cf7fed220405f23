import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { Marks, Sentence } from './reader.ts'

/** A sentence as it stands on the page. */
export interface PageSentence extends Sentence {
  readonly node: Text
  /** Its place in the text of the node. */
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
    element.checkVisibility() ? [...element.childNodes].flatMap(sentencesIn) : [],
  )
}

function sentencesIn(node: ChildNode): readonly PageSentence[] {
  if (!(node instanceof Text)) return []
  const lang = node.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? ''
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(node.data)
  return [...sentences].map(({ segment, index }) => ({ text: segment, lang, node, start: index }))
}

/** Marks what is being read without a change to the page: browsers draw highlights over any text. */
export const PAGE_MARKS: Marks<PageSentence> = {
  sentence: ({ node, start, text }) => mark('spoken-sentence', node, start, text.length),
  word: (sentence, start, length) =>
    mark('spoken-word', sentence.node, sentence.start + start, length),
  clear: () => {
    CSS.highlights?.delete('spoken-sentence')
    CSS.highlights?.delete('spoken-word')
  },
}

function mark(name: string, node: Text, start: number, length: number): void {
  // The text may have been changed while the voice was on its way.
  const end = Math.min(start + length, node.length)
  if (!('highlights' in CSS) || start >= end) return
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, end)
  CSS.highlights.set(name, new Highlight(range))
}
