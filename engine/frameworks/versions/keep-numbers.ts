import type { Indicator, IndicatorText } from '../../../shared/model/framework.ts'
import type { ReadableStore } from '../../store/store.ts'
import { plainName } from '../read/words/cell-text.ts'
import type { NewFramework } from './load-version.ts'
import { type KnownFramework, knownFramework } from './prepare-version.ts'

/** A framework of which numbered indicators have the numbers that the workbook knows them by. */
export function withKeptNumbers<Read extends NewFramework>(
  store: ReadableStore,
  framework: Read,
): Read {
  if (!framework.areNumbered) return framework
  const { translations, pictures } = framework
  const indicators = keepNumbers(knownFramework(store), framework.indicators)
  const codes = new Map(
    framework.indicators.map(({ code }, at) => [code, indicators[at]?.code ?? code]),
  )
  const renumbered = <Coded extends { readonly code: string }>(of: readonly Coded[]): Coded[] =>
    of.map(one => ({ ...one, code: codes.get(one.code) ?? one.code }))
  return {
    ...framework,
    indicators,
    ...(translations && {
      translations: translations.map(one => ({ ...one, words: renumbered(one.words) })),
    }),
    ...(pictures && { pictures: renumbered(pictures) }),
  }
}

/** `N012`, `S2-03`: a code that the program gave. */
const NUMBERED = /^(N|S\d+-)(\d+)$/

const nameOf = ({ title }: Pick<Indicator, 'title'>): string => plainName(title)

/**
 * Gives indicators of a file without codes the numbers that they have in this workbook already, told by their
 * titles, and all others numbers that no indicator ever had: a row that is put in between moves none.
 */
export function keepNumbers<Text extends IndicatorText>(
  { inUse, earlier }: Pick<KnownFramework, 'inUse' | 'earlier'>,
  texts: readonly Text[],
): readonly Text[] {
  const known = new Map([...earlier, ...inUse].map(each => [nameOf(each), each.code]))
  const taken = new Set([...inUse, ...earlier].map(({ code }) => code))
  const given = new Set<string>()
  const kept = texts.map(text => {
    const code = known.get(nameOf(text))
    if (!NUMBERED.test(text.code) || code === undefined || given.has(code)) return null
    given.add(code)
    return code
  })
  return texts.map((text, index) => {
    const code =
      kept[index] ?? (NUMBERED.test(text.code) ? freeCode(text.code, taken, given) : text.code)
    given.add(code)
    return { ...text, code }
  })
}

/** The code, or the next one like it that no indicator ever had. */
function freeCode(code: string, taken: ReadonlySet<string>, given: ReadonlySet<string>): string {
  const [, before = '', figures = ''] = NUMBERED.exec(code) ?? []
  for (let number = Number(figures); ; number++) {
    const next = before + String(number).padStart(figures.length, '0')
    if (!taken.has(next) && !given.has(next)) return next
  }
}
