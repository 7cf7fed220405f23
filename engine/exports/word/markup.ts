import type { Paragraph, Table } from 'docx'

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Text as it stands in markup. */
export const escaped = (text: unknown): string =>
  String(text).replace(/[&"'<>]/g, sign => MARKS[sign] ?? sign)

/**
 * The markup of a paragraph or of a table, as the library packs it: an element by its name, with attributes and
 * children. Of the document around it is asked nothing: a table says its widths, and no paragraph has a link.
 */
export function markupOf(component: Paragraph | Table): string {
  const context = { stack: [] } as unknown as Parameters<Table['prepForXml']>[0]
  return written(component.prepForXml(context))
}

function written(node: unknown): string {
  if (typeof node !== 'object' || node === null) return escaped(node)
  return Object.entries(node)
    .map(([name, content]: [string, unknown]) => element(name, [content].flat()))
    .join('')
}

/** An element; of what it holds, one object may be its attributes. An empty one closes itself. */
function element(name: string, held: readonly unknown[]): string {
  let said = ''
  let inner = ''
  for (const each of held) {
    const attributes = attributesOf(each)
    if (attributes === null) inner += written(each)
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value !== undefined) said += ` ${key}="${escaped(value)}"`
    }
  }
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`
}

const attributesOf = (held: unknown): object | null =>
  typeof held === 'object' && held !== null && '_attr' in held && typeof held._attr === 'object'
    ? held._attr
    : null
