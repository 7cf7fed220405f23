import { assertNever } from '../../../shared/assert-never.ts'
import { methodsBlocks } from '../report/methods-blocks.ts'
import { type Block, heading, item, paragraph } from './parts.ts'

/** A methods text, written in Markdown, as paragraphs: headings, lists and the rest. */
export function methodsPart(markdown: string): readonly Block[] {
  return methodsBlocks(markdown).flatMap(block => {
    switch (block.kind) {
      case 'title':
        return [heading(block.text, 1, true)]
      case 'heading':
        return [heading(block.text, 2)]
      case 'list':
        return block.items.map(text => item('', text))
      case 'paragraph':
        return [paragraph(block.text)]
      default:
        return assertNever(block)
    }
  })
}
