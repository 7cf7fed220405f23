/** The figures of some answers, computed the long way round: by sorting the raw numbers. */
export interface PlainFigures {
  readonly n: number
  readonly dontKnow: number
  readonly notApplicable: number
  readonly missing: number
  readonly counts: Readonly<Record<string, number>>
  readonly mean: number | null
  readonly sd: number | null
  readonly median: number | null
  readonly q1: number | null
  readonly q3: number | null
  readonly favourable: number | null
}

/** Computes the figures of one person's answer each, on a scale of five levels. */
export function figuresOf(answers: readonly string[]): PlainFigures {
  const numbers = answers.filter(answer => /^[1-5]$/.test(answer)).map(Number)
  const sorted = numbers.toSorted((a, b) => a - b)
  const n = sorted.length
  const times = (wanted: string): number => answers.filter(answer => answer === wanted).length
  const sum = sorted.reduce((total, number) => total + number, 0)
  const squares = sorted.reduce((total, number) => total + (number - sum / n) ** 2, 0)
  return {
    n,
    dontKnow: times('dont_know'),
    notApplicable: times('not_applicable'),
    missing: times(''),
    counts: { 1: times('1'), 2: times('2'), 3: times('3'), 4: times('4'), 5: times('5') },
    mean: n === 0 ? null : sum / n,
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    median: quantileOf(sorted, 1, 2),
    q1: quantileOf(sorted, 1, 4),
    q3: quantileOf(sorted, 3, 4),
    favourable: n === 0 ? null : (times('4') + times('5')) / n,
  }
}

/** R-7 for the fraction `over / under`: between the two sorted numbers nearest to (n - 1) p. */
function quantileOf(sorted: readonly number[], over: number, under: number): number | null {
  if (sorted.length === 0) return null
  const steps = (sorted.length - 1) * over
  const below = sorted[Math.floor(steps / under)] ?? 0
  const above = sorted[Math.ceil(steps / under)] ?? 0
  return below + ((above - below) * (steps % under)) / under
}
