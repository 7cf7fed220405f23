const attribute = (tag: string, name: RegExp): string => name.exec(tag)?.[1] ?? ''

/** A target is named from the folder of the workbook, or from the root of the zip. */
const fromRoot = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/**
 * The parts that hold the sheets of an Excel workbook, in the order of its sheets and in small
 * letters: from its index and the list of what the index refers to, by their names in the zip.
 */
export function sheetParts(indexes: ReadonlyMap<string, string>): readonly string[] {
  const targets = new Map(
    [
      ...(indexes.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(
        /<(?:\w+:)?Relationship\b[^<>]*>/g,
      ),
    ].map(([tag]) => [attribute(tag, /\bId="([^"]*)"/), attribute(tag, /\bTarget="([^"]*)"/)]),
  )
  return [...(indexes.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(
    ([tag]) => fromRoot(targets.get(attribute(tag, /\b\w+:id="([^"]*)"/)) ?? '').toLowerCase(),
  )
}
