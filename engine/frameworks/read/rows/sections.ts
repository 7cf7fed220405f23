import { oneLine } from '../words/cell-text.ts'

/**
 * `A > B` needs its spaces, as a title may say "aged >5"; `A › B` means nothing else. The spaces are
 * looked at, not matched: a match that starts anywhere in a long run of spaces takes hours.
 */
const SEPARATOR = /(?<=\s)>(?=\s)|›/

/** `C. Outcomes`, `II. Health`, `C1 Keeping children safe`, `2.1 Health`: a code, and after it the words. */
const CODED = /^(?:([A-Z]{1,2}|[IVX]{1,5})[.:)]|([A-Z]{0,2}\d{1,4}(?:\.\d{1,4}){0,5})[.:)]?)\s+\S/

/** The titles that the text of a section column holds, outermost first; none if it has no words. */
export function sectionPath(section: string): readonly string[] {
  return section
    .split(SEPARATOR)
    .map(oneLine)
    .filter(title => title !== '')
}

/** The code that a section's title begins with; null if it has none. */
export function codeOf(title: string): string | null {
  const [, letters, numbered] = CODED.exec(title) ?? []
  return letters ?? numbered ?? null
}

/** The code one level up: `C1.2` is under `C1`, `C1` under `C`; `C` and `1` are under none. */
const parentCode = (code: string): string =>
  code.replace(/(?:\.\d+|(?<=[A-Z])\d+|^\d+|^[A-Z]+)$/, '')

/** The codes over one, outermost first: `C` and `C1` over `C1.2`. */
export function codesAbove(code: string): readonly string[] {
  const parent = parentCode(code)
  return parent === '' ? [] : [...codesAbove(parent), parent]
}

/** True if the first code lies at any depth under the second, as `C1.2` does under `C`. */
export const isUnder = (code: string, above: string): boolean => codesAbove(code).includes(above)

/** The title that carries each code; null where two titles claim the same one. */
function titlesByCode(titles: ReadonlySet<string>): ReadonlyMap<string, string | null> {
  const byCode = new Map<string, string | null>()
  for (const title of titles) {
    const code = codeOf(title)
    if (code) byCode.set(code, byCode.has(code) ? null : title)
  }
  return byCode
}

/** The titles above this one, outermost first: the nearest the file has, and what is above that. */
function titlesAbove(title: string, byCode: ReadonlyMap<string, string | null>): readonly string[] {
  const climb = (code: string): readonly string[] => {
    const parent = parentCode(code)
    if (parent === '') return []
    const above = byCode.get(parent)
    return above ? [...climb(parent), above] : climb(parent)
  }
  const code = codeOf(title)
  return code ? climb(code) : []
}

/**
 * The path of section titles, outermost first, for each text of a section column. Sections nest
 * where the text says so (`A > B`) or where a code does and the file has the section of that code;
 * none is made up. A text without words has an empty path. `headings` are titles that the file has
 * elsewhere, under which sections may nest.
 */
export function nestSections(
  sections: readonly string[],
  headings: readonly string[] = [],
): ReadonlyMap<string, readonly string[]> {
  const paths = new Map([...new Set(sections)].map(section => [section, sectionPath(section)]))
  const outermost = new Set([...[...paths.values()].flatMap(path => path.slice(0, 1)), ...headings])
  const byCode = titlesByCode(outermost)
  return new Map(
    [...paths].map(([section, path]) => {
      const [first] = path
      return [section, first ? [...titlesAbove(first, byCode), ...path] : []]
    }),
  )
}
