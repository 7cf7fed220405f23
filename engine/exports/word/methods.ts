import { type Block, heading, item, paragraph } from './parts.ts'

/** A methods text, written in Markdown, as paragraphs: headings, lists and the rest. */
export function methodsPart(markdown: string): readonly Block[] {
  return markdown.split(/\n{2,}/).flatMap(block => {
    const text = block.trim()
    if (text === '') return []
    if (text.startsWith('# ')) return [heading(text.slice(2), 1, true)]
    if (text.startsWith('## ')) return [heading(text.slice(3), 2)]
    if (text.startsWith('- ')) return text.split('\n').map(line => item('', line.slice(2)))
    return [paragraph(text.replaceAll('**', ''))]
  })
}
