import { z } from 'zod'
import type { PackageRefusal } from '../read/messages.ts'
import { type Manifest, manifest, manifestHead, PACKAGE_VERSION } from './manifest.ts'

/** A manifest that this program can work with, and the steps that its records need. */
export interface KnownManifest {
  readonly manifest: Manifest
  readonly steps: readonly FormatStep[]
}

/** Reads a manifest, bringing an older one up to the present format, or says why it is refused. */
export function parseManifest(
  text: string,
  known: readonly FormatStep[],
): KnownManifest | { readonly refusal: PackageRefusal } {
  const content = parseJson(text)
  const head = manifestHead.safeParse(content)
  if (!head.success) {
    return { refusal: { code: 'not-a-package', detail: 'its manifest is that of something else' } }
  }
  const { version } = head.data
  if (version > PACKAGE_VERSION) return { refusal: { code: 'newer', detail: '', version } }
  const steps = stepsFrom(version, known)
  const upgraded = steps.reduce<Record<string, unknown>>(
    (older, step) => ({ ...step.manifest(older), version: step.from + 1 }),
    head.data,
  )
  const parsed = manifest.safeParse(upgraded)
  if (parsed.success) return { manifest: parsed.data, steps }
  const [issue] = parsed.error.issues
  const where = issue && z.core.toDotPath(issue.path)
  return { refusal: { code: 'damaged', detail: `its manifest does not fit at “${where}”` } }
}

/** What JSON says, or undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Text that is no JSON, or nests too deeply to be read.
    return undefined
  }
}

/** One step of the package format: it takes what a package says from `from` to the next version. */
export interface FormatStep {
  readonly from: number
  readonly manifest: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
  readonly record: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

/** The steps from the oldest format to the present one. There has been one format so far. */
export const FORMAT_STEPS: readonly FormatStep[] = []

/** The steps that a package of this version needs, in order. */
function stepsFrom(version: number, steps: readonly FormatStep[]): readonly FormatStep[] {
  return steps.filter(({ from }) => from >= version).sort((a, b) => a.from - b.from)
}
