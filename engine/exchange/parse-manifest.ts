import { z } from 'zod'
import { type FormatStep, stepsFrom } from './format-steps.ts'
import { type Manifest, manifest, manifestHead, PACKAGE_VERSION } from './manifest.ts'
import type { PackageRefusal } from './reading.ts'

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
