import type { Answer } from '../../../shared/model/rating.ts'

// Every figure of a distribution once more, the long way: on lists of raw answers, with none of the
// program's own functions.

type Given = Answer | null

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : sum(numbers) / numbers.length
const squares = (numbers: readonly number[]): number =>
  sum(numbers.map(number => (number - (mean(numbers) ?? 0)) ** 2))

/** The levels among some answers, lowest first. */
export const levelsOf = (given: readonly Given[]): readonly number[] =>
  given.flatMap(answer => (answer?.kind === 'level' ? [answer.level] : [])).sort((a, b) => a - b)

/** R-7 on sorted answers, in fractions of a hundred. */
function percentileOf(sorted: readonly number[], percent: number): number | null {
  const steps = (sorted.length - 1) * percent
  const below = sorted[Math.floor(steps / 100)]
  const above = sorted[Math.ceil(steps / 100)]
  if (below === undefined || above === undefined) return null
  return (below * (100 - (steps % 100)) + above * (steps % 100)) / 100
}

/** A by peeling layers off and looking at every three levels, as van der Eijk's appendix does. */
export function agreementOf(counts: readonly number[]): number | null {
  const n = sum(counts)
  if (n === 0) return null
  const height = Math.min(...counts.filter(count => count > 0))
  const holds = counts.map(count => count > 0)
  const held = holds.filter(Boolean).length
  const rest = counts.map(count => Math.max(0, count - height))
  const layer = (held * height * layerAgreement(holds, held)) / n
  return sum(rest) === 0 ? layer : layer + ((agreementOf(rest) ?? 0) * sum(rest)) / n
}

function layerAgreement(holds: readonly boolean[], held: number): number {
  const k = holds.length
  let [unimodal, bimodal] = [0, 0]
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      for (let c = b + 1; c < k; c++) {
        const pattern = [a, b, c].map(level => (holds[level] ? 1 : 0)).join('')
        if (pattern === '110' || pattern === '011') unimodal += 1
        if (pattern === '101') bimodal += 1
      }
    }
  }
  if (held === 1) return 1
  if (unimodal + bimodal === 0) return 0
  const u = ((k - 2) * unimodal - (k - 1) * bimodal) / ((k - 2) * (unimodal + bimodal))
  return u * (1 - (held - 1) / (k - 1))
}

/** The fewest answers on which the rule says anything. */
const FEWEST = 5

/** The verdict of 75 % in the top two and under 15 % in the bottom two, by how many are where. */
function verdictOf(low: number, high: number, n: number): 'in' | 'out' | 'none' {
  if (n >= FEWEST && high * 100 >= n * 75 && low * 100 < n * 15) return 'in'
  if (n >= FEWEST && low * 100 >= n * 75 && high * 100 < n * 15) return 'out'
  return 'none'
}

/** The fewest changes to another verdict, by trying every way to share `n` out over low and high. */
function flipsOf(low: number, high: number, n: number): number | null {
  const changes: number[] = []
  for (let newLow = 0; newLow <= n; newLow++) {
    for (let newHigh = 0; newLow + newHigh <= n; newHigh++) {
      if (verdictOf(newLow, newHigh, n) === verdictOf(low, high, n)) continue
      const gains = [newLow - low, newHigh - high, low + high - newLow - newHigh]
      changes.push(sum(gains.map(gain => Math.max(0, gain))))
    }
  }
  return changes.length === 0 ? null : Math.min(...changes)
}

/** Equal counts as reached, but for rounding. */
const reaches = (figure: number, threshold: number): boolean => figure - threshold > -1e-9

/** The kind of disagreement, read off docs/statistics.md. */
function kindOf(sorted: readonly number[], groups: readonly (readonly number[])[], k: number) {
  const countsOf = (answers: readonly number[]) =>
    Array.from({ length: k }, (_, at) => answers.filter(answer => answer === at + 1).length)
  const n = sorted.length
  if (n < 2) return null
  const isLone = sorted.some((one, at) => {
    const others = sorted.filter((_, other) => other !== at)
    const median = percentileOf(others, 50) ?? 0
    const isAcross = Math.sign(one - (k + 1) / 2) * Math.sign(median - (k + 1) / 2) === -1
    const isAlone = !others.includes(one)
    const isFar = Math.abs(one - median) >= (k - 1) / 2
    return isAcross && isAlone && isFar && reaches(agreementOf(countsOf(others)) ?? 0, 0.5)
  })
  if (n >= 4 && n <= 20 && isLone) return 'lone dissenter'
  const compared = groups.filter(group => group.length >= 3)
  const means = compared.map(group => mean(group) ?? 0)
  const all = compared.flat()
  const within = sum(compared.map(squares))
  const chance = ((compared.length - 1) * within) / (all.length - compared.length)
  const isApart = reaches(Math.max(...means) - Math.min(...means), ((k - 1) * 3) / 8)
  const explained = (squares(all) - within - chance) / squares(all)
  if (compared.length > 1 && isApart && reaches(explained, 0.14)) return 'groups differ'
  if (reaches(agreementOf(countsOf(sorted)) ?? 0, 0.5)) return 'agreed'
  const width = k === 10 ? 2 : k === 9 ? 3 : 1
  const cells = countsOf(sorted.map(level => Math.ceil(level / width))).slice(0, k / width)
  const half = Math.floor(cells.length / 2)
  const [low, high] = [cells.slice(0, half), cells.slice(cells.length - half)]
  const [lowest, highest] = [Math.max(...low), Math.max(...high)]
  const gap = cells.slice(cells.indexOf(lowest) + 1, cells.lastIndexOf(highest))
  const hasGap = gap.some(count => 2 * count <= Math.min(lowest, highest))
  return 3 * sum(low) >= n && 3 * sum(high) >= n && hasGap ? 'split' : 'vague'
}

/** Every figure and judgement (by percent-75 and R-7) of what some people, by group, answered. */
export function plainFigures(byGroup: readonly (readonly Given[])[], k: number) {
  const given = byGroup.flat()
  const sorted = levelsOf(given)
  const n = sorted.length
  const times = (level: number) => sorted.filter(answer => answer === level).length
  const at = (percent: number) => percentileOf(sorted, percent)
  const [q1, q3, p30, p70, median] = [at(25), at(75), at(30), at(70), at(50)]
  const counts = Array.from({ length: k }, (_, index) => times(index + 1))
  const [low, high] = [times(1) + times(2), times(k) + times(k - 1)]
  const isNine = k === 9 && p30 !== null && p70 !== null && p30 !== undefined && p70 !== undefined
  const ipras = isNine ? 2.35 + 1.5 * Math.abs(5 - (p30 + p70) / 2) : null
  return {
    n,
    dontKnow: given.filter(answer => answer?.kind === 'dont_know').length,
    notApplicable: given.filter(answer => answer?.kind === 'not_applicable').length,
    asked: given.length,
    missing: given.filter(answer => answer === null || answer.kind === 'none').length,
    counts: Object.fromEntries(counts.map((count, index) => [String(index + 1), count])),
    mean: mean(sorted),
    sd: n < 2 ? null : Math.sqrt(squares(sorted) / (n - 1)),
    median,
    q1,
    q3,
    iqr: n === 0 ? null : (q3 ?? 0) - (q1 ?? 0),
    p30,
    p70,
    meanAbsoluteDeviation: mean(sorted.map(answer => Math.abs(answer - (median ?? 0)))),
    favourable: n === 0 ? null : high / n,
    unfavourable: n === 0 ? null : low / n,
    agreementA: agreementOf(counts),
    ipras,
    disagreement: isNine && ipras !== null ? p70 - p30 - ipras > 1e-9 : null,
    verdict: verdictOf(low, high, n),
    tooFew: n > 0 && n < FEWEST,
    changesToFlip: flipsOf(low, high, n),
    kind: kindOf(sorted, byGroup.map(levelsOf), k),
  }
}
