import { getAllPackages } from '../../store/packages/receipts.ts'
import { getAllFrameworks } from '../../store/records/frameworks.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import type { PackageRefusal } from '../format/refusal.ts'
import {
  countStaged,
  isStaged,
  type ReadPackage,
  type RefusedPackage,
  type StagedPackage,
  sourceOf,
} from './staging.ts'

/** Exceptions to the rules by which packages fit. */
export interface FitOptions {
  /** Accept packages of another study too. */
  readonly anotherStudy?: boolean
}

/**
 * Refuses the packages that do not belong in a workbook. A package belongs if it comes from the same study, or
 * shares a framework version with the workbook or with another package that belongs. Thus two facilitators who
 * loaded the same spreadsheet can merge, in whatever order their packages are named.
 */
export function chooseFitting(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: FitOptions,
): readonly ReadPackage[] {
  const strict = read.map(one => (isStaged(one) ? refuseMismatch(workbook, one) : one))
  if (options.anotherStudy) return strict
  const belonging = findBelonging(workbook, strict.filter(isStaged))
  return strict.map(one =>
    isStaged(one) && !belonging.has(one)
      ? refuse(one, { code: 'another-study', detail: one.manifest.study.title })
      : one,
  )
}

function refuseMismatch({ scale, madeUp }: Workbook, one: StagedPackage): ReadPackage {
  const { study } = one.manifest
  if (study.scale !== scale.length) {
    return refuse(one, { code: 'another-scale', detail: String(study.scale) })
  }
  if (study.madeUp === madeUp) return one
  return refuse(one, { code: study.madeUp ? 'made-up' : 'not-made-up', detail: '' })
}

/** The package as refused: its records were read, and none of them is imported. */
export function refuse(one: StagedPackage, refusal: PackageRefusal): RefusedPackage {
  const { file, sha256, manifest } = one
  return {
    kind: 'refused',
    file,
    sha256,
    source: sourceOf(manifest),
    refusal,
    read: countStaged([one]),
  }
}

function findBelonging(
  workbook: Workbook,
  packages: readonly StagedPackage[],
): ReadonlySet<StagedPackage> {
  const { store, id } = workbook
  const studies = new Set([id, ...getAllPackages(store).map(({ study }) => study)])
  const frameworks = new Set(getAllFrameworks(store).map(({ hash }) => hash))
  const belonging = new Set<StagedPackage>()
  // A package that belongs may connect others to the workbook, so repeat until no more are found.
  for (let before = -1; before < belonging.size; ) {
    before = belonging.size
    for (const one of packages) {
      const { study } = one.manifest
      if (!studies.has(study.id) && !one.frameworks.some(hash => frameworks.has(hash))) continue
      belonging.add(one)
      studies.add(study.id)
      for (const hash of one.frameworks) frameworks.add(hash)
    }
  }
  return belonging
}

/** Ends a merge because of one package, so that it can be repeated without it. */
export class UnfitPackage extends Error {
  readonly staged: StagedPackage

  constructor(staged: StagedPackage, detail: string) {
    super(detail)
    this.staged = staged
  }
}
