/** One step of the package format: it takes what a package says from `from` to the next version. */
export interface FormatStep {
  readonly from: number
  readonly manifest: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
  readonly record: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

/** The steps from the oldest format to the present one. There has been one format so far. */
export const FORMAT_STEPS: readonly FormatStep[] = []

/** The steps that a package of this version needs, in order. */
export function stepsFrom(version: number, steps: readonly FormatStep[]): readonly FormatStep[] {
  return steps.filter(({ from }) => from >= version).sort((a, b) => a.from - b.from)
}
