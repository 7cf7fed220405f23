/** A piece of the methods text. */
export type MethodsBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** The methods text, written in Markdown, as headings, lists and paragraphs. */
export function methodsBlocks(markdown: string): readonly MethodsBlock[] {
  return markdown.split(/\n{2,}/).flatMap((block): readonly MethodsBlock[] => {
    const text = block.trim()
    if (text === '') return []
    if (text.startsWith('# ')) return [{ kind: 'title', text: text.slice(2) }]
    if (text.startsWith('## ')) return [{ kind: 'heading', text: text.slice(3) }]
    if (text.startsWith('- ')) {
      return [{ kind: 'list', items: text.split('\n').map(line => line.slice(2)) }]
    }
    return [{ kind: 'paragraph', text: text.replaceAll('**', '') }]
  })
}
