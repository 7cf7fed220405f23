import type { CheckReport } from '../../../shared/model/check.ts'

/** Finds the code that an indicator of one of several sheets has in the list that they are together. */
export type JoinedCode = (sheet: number, code: string) => string

/** A finder of the codes of several sheets in the list that they are together. */
export function joinedCodes(
  reports: readonly Pick<CheckReport, 'indicators'>[],
  joined: CheckReport['indicators'],
): JoinedCode {
  const starts = reports.map((_, at) =>
    reports.slice(0, at).reduce((sum, { indicators }) => sum + indicators.length, 0),
  )
  const places = reports.map(
    ({ indicators }, at) =>
      new Map(indicators.map(({ code }, place) => [code, place + (starts[at] ?? 0)])),
  )
  return (sheet, code) => joined[places[sheet]?.get(code) ?? -1]?.code ?? code
}
