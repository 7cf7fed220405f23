import type { Criterion } from './vocabulary.ts'

/** The numbers that stand for answers that are no level, where a field holds numbers only. */
export const OTHER_ANSWER_NUMBERS = { dont_know: -1, not_applicable: -2 } as const

/** The longest name that Stata takes; SPSS takes 64 bytes, and R any. */
const LONGEST = 32

const PREFIXES: Readonly<Record<Criterion, string>> = {
  usefulness: 'useful',
  usability: 'usable',
}

/**
 * Names of variables for the ratings of each indicator: ASCII letters, digits and underscores, unique
 * whatever the case, as every statistics program takes them. `useful_CTX_01` is made from `CTX-01`.
 */
export function variableNames(codes: readonly string[], criterion: Criterion): readonly string[] {
  const taken = new Set<string>()
  return codes.map(code => {
    const plain = code
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^A-Za-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
    const base = plain === '' ? PREFIXES[criterion] : `${PREFIXES[criterion]}_${plain}`
    let name = base.slice(0, LONGEST).replace(/_+$/, '')
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      const suffix = `_${count}`
      name = `${base.slice(0, LONGEST - suffix.length).replace(/_+$/, '')}${suffix}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}
