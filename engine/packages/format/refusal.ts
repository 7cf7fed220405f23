import type { PackageRefusal } from '../read/messages.ts'

/** Ends the reading of a package that is not taken. */
export class Refused extends Error {
  readonly refusal: PackageRefusal

  constructor(code: PackageRefusal['code'], detail: string) {
    super(detail)
    this.refusal = { code, detail }
  }
}
