import type {
  MergePreview,
  PackageAccount,
  PackageProblem,
} from '../../../shared/model/exchange.ts'

/** One package of a merge, at its place in the list; a file that was given twice has two. */
export interface PackageRow {
  readonly place: number
  readonly account: PackageAccount
}

/** Whether something said of a package asks for nothing: each laptop's key is seen a first time. */
export const isPlain = ({ code }: PackageProblem): boolean => code === 'new-key'

/** Whether a person should look at a package: it is not taken, or not all of it is plain. */
export function needsAttention({ account }: PackageRow): boolean {
  const { accepted, problems, conflicting, rejected } = account
  return !accepted || !problems.every(isPlain) || conflicting > 0 || rejected > 0
}

/** The packages of a merge, in their order. */
export const rowsOf = ({ packages }: Pick<MergePreview, 'packages'>): readonly PackageRow[] =>
  packages.map((account, place) => ({ place, account }))

/** The end of a device's id, by which laptops are told apart on screen. */
export const shortDevice = (device: string): string => device.slice(-12)
