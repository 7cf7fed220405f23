import { DATA_PACKAGE } from '../../../shared/messages/data-package.ts'
import type { ExportMaterial } from '../material/material.ts'

/** The citation of the data, in the Citation File Format; what a workbook cannot know is to be filled in. */
export function citation({ title, newest, madeUp }: ExportMaterial): string {
  const lines = [
    'cff-version: 1.2.0',
    `message: ${quoted(DATA_PACKAGE.cite)}`,
    'type: dataset',
    `title: ${quoted(title)}`,
    `abstract: ${quoted(DATA_PACKAGE.description(madeUp))}`,
    'authors:',
    `  - name: ${quoted(DATA_PACKAGE.authors)}`,
    `date-released: ${newest.slice(0, 10)}`,
    'keywords:',
    ...DATA_PACKAGE.keywords.map(word => `  - ${word}`),
  ]
  return `${lines.join('\n')}\n`
}

/** A text of YAML: JSON is one, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text)
