import { assertNever } from '../../../shared/assert-never.ts'
import { methodsBlocks } from '../report/methods-blocks.ts'
import { type Block, heading, item, paragraph } from './parts.ts'

/** The language of a methods text where it is not that of the document, and its heading in that of the document. */
interface Around {
  readonly language: string
  readonly title: string
}

/** A methods text, written in Markdown, as paragraphs: headings, lists and the rest. */
export function methodsPart(markdown: string, around: Around | null): readonly Block[] {
  const language = around?.language
  return methodsBlocks(markdown).flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'title':
        return [heading(around?.title ?? block.text, 1, { startsPage: true })]
      case 'heading':
        return [heading(block.text, 2, { language })]
      case 'list':
        return block.items.map(text => item('', text, language))
      case 'paragraph':
        return [paragraph(block.text, undefined, language)]
      default:
        return assertNever(block)
    }
  })
}
