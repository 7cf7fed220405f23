import { z } from 'zod'
import { PACKAGE_REFUSALS } from '../../../shared/model/packages.ts'

/** The reason why a package is not taken; `detail` names the place in it, in words for people. */
export const packageRefusal = z.object({
  code: z.enum(PACKAGE_REFUSALS),
  detail: z.string().max(2_000),
  /** The version of a newer format. */
  version: z.number().optional(),
})
export type PackageRefusal = z.infer<typeof packageRefusal>

/** Ends the reading of a package that is not taken. */
export class Refused extends Error {
  readonly refusal: PackageRefusal

  constructor(code: PackageRefusal['code'], detail: string, version?: number) {
    super(detail)
    this.refusal = { code, detail, ...(version !== undefined && { version }) }
  }
}
