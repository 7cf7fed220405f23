import type { StagedPackage } from './stage-packages.ts'

/** Ends a merge because of one package, so that it can be done without it. */
export class UnfitPackage extends Error {
  readonly staged: StagedPackage

  constructor(staged: StagedPackage, detail: string) {
    super(detail)
    this.staged = staged
  }
}
