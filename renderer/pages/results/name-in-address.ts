import type { IndicatorResult } from '../../../shared/model/results.ts'

type Named = Pick<IndicatorResult, 'id' | 'code' | 'retired'>

/** What an indicator is called in the address of its results: another may have the code of a retired one. */
export const nameInAddress = ({ id, code, retired }: Named): string => (retired ? id : code)

/** The result that an address names: by code the one in use before a retired one. */
export function findByName<Result extends Named>(
  results: readonly Result[],
  name: string,
): Result | undefined {
  const coded = results.filter(({ code }) => code === name)
  return coded.find(({ retired }) => !retired) ?? coded[0] ?? results.find(({ id }) => id === name)
}
