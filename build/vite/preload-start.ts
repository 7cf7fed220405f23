import { type HtmlTagDescriptor, normalizePath, type Plugin, type Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

/**
 * Names in the page what its first script asks for, so that it is fetched beside that script and not after it. The
 * first script still runs alone before the rest does: what is named is compiled, and waits.
 */
export function preloadStart(start: string): Plugin {
  return {
    name: 'preload-start',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => (bundle ? tagsFor(bundle, start) : []),
    },
  }
}

function tagsFor(bundle: Bundle, start: string): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
  // Modules are named with slashes, on Windows too.
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId === normalizePath(start))
  if (!first) return []
  const named = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const all = withImports(first, named)
  const tag = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `./${file}` },
    injectTo: 'head',
  })
  const styles = new Set(all.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  return [
    ...all.map(({ fileName }) => tag('modulepreload', fileName)),
    ...[...styles].map(style => tag('stylesheet', style)),
  ]
}

/** A chunk after all that it imports at once, but for the first script of the page, which names itself. */
function withImports(chunk: Chunk, named: ReadonlyMap<string, Chunk>): readonly Chunk[] {
  const found = new Set<Chunk>()
  const visit = (one: Chunk) => {
    if (one.isEntry || found.has(one)) return
    for (const file of one.imports) {
      const imported = named.get(file)
      if (imported) visit(imported)
    }
    // Styles of a part stand after those that they build on.
    found.add(one)
  }
  visit(chunk)
  return [...found]
}
