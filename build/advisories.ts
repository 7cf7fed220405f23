import { existsSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { type Material, materials } from './bill-of-materials.ts'

/** A known fault of a package that the program runs with. */
export interface Finding {
  /** The advisory's id, such as `GHSA-xxxx-xxxx-xxxx`. */
  readonly id: string
  readonly package: string
  readonly version: string
  readonly summary: string
}

/** An advisory in the form of OSV (https://ossf.github.io/osv-schema/), as far as it is read here. */
interface Advisory {
  readonly id: string
  readonly summary?: string
  readonly withdrawn?: string
  readonly affected?: readonly Affected[]
}

interface Affected {
  readonly package?: { readonly ecosystem: string; readonly name: string }
  readonly versions?: readonly string[]
  readonly ranges?: readonly { readonly type: string; readonly events: readonly RangeEvent[] }[]
}

/** A point of a range, of which each event names one: where the fault came in, was mended, or was last seen. */
interface RangeEvent {
  readonly introduced?: string
  readonly fixed?: string
  readonly last_affected?: string
}

/**
 * Compares the packages that the program runs with against the advisories in a file: OSV's archive of all advisories for npm
 * (`all.zip`), fetched on whatever machine has a network. Rejects where the file is no such archive.
 */
export async function findAdvisories(
  archive: Buffer,
  all: readonly Material[] = materials(),
): Promise<{ readonly read: number; readonly findings: readonly Finding[] }> {
  const zip = await fromBufferPromise(archive)
  const findings: Finding[] = []
  let read = 0
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('.json')) continue
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')
    findings.push(...findingsOf(JSON.parse(text), all))
    read++
  }
  return { read, findings }
}

function findingsOf(
  { id, summary = '', withdrawn, affected = [] }: Advisory,
  all: readonly Material[],
): readonly Finding[] {
  if (withdrawn !== undefined) return []
  return affected.flatMap(one => {
    const about = one.package
    if (about?.ecosystem !== 'npm') return []
    return all
      .filter(({ name, version }) => name === about.name && isAffected(version, one))
      .map(({ name, version }) => ({ id, package: name, version, summary }))
  })
}

function isAffected(version: string, { versions = [], ranges = [] }: Affected): boolean {
  if (versions.includes(version)) return true
  return ranges.some(({ type, events }) => type === 'SEMVER' && isWithin(version, events))
}

/** Tests whether a version lies in a range: events come in the order of their versions, and each opens it or shuts it. */
function isWithin(version: string, events: readonly RangeEvent[]): boolean {
  let isOpen = false
  for (const { introduced, fixed, last_affected: last } of events) {
    if (introduced !== undefined && compareVersions(version, introduced) >= 0) isOpen = true
    if (fixed !== undefined && compareVersions(version, fixed) >= 0) isOpen = false
    if (last !== undefined && compareVersions(version, last) > 0) isOpen = false
  }
  return isOpen
}

/** Orders versions as https://semver.org, part 11, does: figures by number, and one before its release by its parts. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)]
  return (
    compareParts(first.release, second.release) ||
    Number(second.before.length > 0) - Number(first.before.length > 0) ||
    compareParts(first.before, second.before)
  )
}

function partsOf(version: string) {
  const [withoutBuild = ''] = version.split('+')
  const [release = '', ...before] = withoutBuild.split('-')
  return {
    release: release.split('.'),
    before: before.length === 0 ? [] : before.join('-').split('.'),
  }
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const order = comparePart(one[index], other[index])
    if (order !== 0) return order
  }
  return 0
}

const isNumber = (part: string): boolean => /^\d+$/.test(part)

function comparePart(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) {
    return Number(one !== undefined) - Number(other !== undefined)
  }
  if (isNumber(one) && isNumber(other)) return Number(one) - Number(other)
  // Figures come before words.
  if (isNumber(one) !== isNumber(other)) return isNumber(one) ? -1 : 1
  return one < other ? -1 : Number(one > other)
}

/** The answer to whoever asks about a file, in sentences, and the code with which the program ends. */
interface Answer {
  readonly lines: readonly string[]
  /** 0 where nothing was found, 1 where something was, 2 where nothing could be compared. */
  readonly code: 0 | 1 | 2
}

const NOTHING_COMPARED = 'Nothing was compared, so nothing is known of advisories.'

/**
 * Compares with the advisories in a file, and answers in sentences. A download that did not come, that is a page of an error,
 * or that holds no advisory is no all-clear.
 */
export async function answerOf(
  path: string,
  all: readonly Material[] = materials(),
): Promise<Answer> {
  const unknown = (why: string): Answer => ({ lines: [`${why} ${NOTHING_COMPARED}`], code: 2 })
  if (!existsSync(path)) return unknown(`There is no file ${path}.`)
  const found = await findAdvisories(readFileSync(path), all).catch(() => null)
  if (found === null) return unknown(`${path} is no whole archive of advisories.`)
  const { read, findings } = found
  if (read === 0) return unknown(`There is no advisory in ${path}.`)
  return {
    lines: [
      ...findings.map(one => `${one.package} ${one.version}: ${one.id} ${one.summary}`),
      `${read} advisories read, ${findings.length} about what the program runs with.`,
    ],
    code: findings.length === 0 ? 0 : 1,
  }
}

// `node build/advisories.ts all.zip`, where a script can stop at the code.
if (import.meta.main) {
  const { lines, code } = await answerOf(process.argv[2] ?? 'all.zip')
  for (const line of lines) console.log(line)
  process.exitCode = code
}
