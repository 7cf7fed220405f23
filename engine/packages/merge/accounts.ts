import { packageNoteMessage, packageRefusalMessage } from '../../../shared/messages/packages.ts'
import {
  type FrameworkQuestion,
  type PackageAccount,
  type PackageNote,
  type PackageProblem,
  totalCounts,
} from '../../../shared/model/packages.ts'
import { currentVersion } from '../../frameworks/versions/current-version.ts'
import { fingerprintOf } from '../../keys/installation-key.ts'
import {
  countSetBack,
  getIncomingRooms,
  getUnmatchedIndicators,
  hasDiverged,
  hasUnmatchedIndicators,
} from '../../store/packages/incoming.ts'
import { getKnownKeys } from '../../store/packages/receipts.ts'
import { getWorkshop } from '../../store/records/workshops.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { type Manifest, PACKAGE_VERSION } from '../format/manifest.ts'
import { RECORD_KINDS } from '../format/record-kinds.ts'
import type { FitOptions } from './fit.ts'
import { frameworkNotes } from './framework-question.ts'
import type { ImportedPackage } from './import.ts'
import {
  type ReadPackage,
  type RefusedPackage,
  rangeOf,
  type StagedPackage,
  sourceOf,
} from './staging.ts'

/** The facts that the notes on packages depend on. */
interface AccountOptions extends FitOptions {
  readonly question: FrameworkQuestion | null
}

/** The account of each package, in the order in which they were read. */
export function accountForPackages(
  workbook: Workbook,
  read: readonly ReadPackage[],
  imported: readonly ImportedPackage[],
  options: AccountOptions,
): PackageAccount[] {
  const importedBy = new Map(imported.map(one => [one.staged, one]))
  return read.map(one => {
    if (one.kind === 'refused') return refusedAccount(one)
    const found = importedBy.get(one)
    if (!found) throw new Error('A package that fits was not merged.')
    return acceptedAccount(workbook, found, options)
  })
}

/** The account of a refused package. */
export function refusedAccount({
  file,
  sha256,
  source,
  refusal,
  read,
}: RefusedPackage): PackageAccount {
  const { code, detail, version } = refusal
  const message = packageRefusalMessage(code, { detail, version, supported: PACKAGE_VERSION })
  return {
    file,
    accepted: false,
    sha256,
    number: null,
    source,
    ...totalCounts([]),
    read,
    rejected: read,
    kinds: [],
    problems: [{ code, refuses: true, message }],
  }
}

function acceptedAccount(
  workbook: Workbook,
  imported: ImportedPackage,
  options: AccountOptions,
): PackageAccount {
  const { staged, number, kinds } = imported
  const { file, sha256, manifest } = staged
  return {
    file,
    accepted: true,
    sha256,
    number,
    source: sourceOf(manifest),
    ...roomsOf(workbook, staged),
    ...totalCounts(kinds.values()),
    kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
    problems: [...findNotes(workbook, imported, options)].map(toProblem),
  }
}

/** The workshops of a package, by title, and the number of its people. */
function roomsOf(
  { store }: Workbook,
  { ranges }: StagedPackage,
): { readonly workshops: string[]; readonly people: number } {
  const { workshops, people } = getIncomingRooms(store, {
    workshops: rangeOf(ranges, 'workshop'),
    participants: rangeOf(ranges, 'participant'),
  })
  const titles = workshops.flatMap(id => getWorkshop(store, id)?.title ?? [])
  return { workshops: [...new Set(titles)].toSorted(), people }
}

const toProblem = (note: PackageNote): PackageProblem => ({
  code: note.code,
  refuses: false,
  message: packageNoteMessage(note),
})

/** A difference of clocks, in milliseconds, that is not worth a note: one day. */
const TOLERANCE_MS = 86_400_000

/** The most codes of indicators that a note names. */
const MOST_NAMED = 10

/** Notes on a package that is being merged; none of them stops the merge. */
function* findNotes(
  workbook: Workbook,
  { staged, number, kinds }: ImportedPackage,
  { anotherStudy, question }: AccountOptions,
): Generator<PackageNote> {
  yield* frameworkNotes(staged, question)
  const key = keyNote(workbook, staged.manifest)
  if (key) yield key
  const rejected = [...kinds.values()].reduce((total, counts) => total + counts.rejected, 0)
  if (rejected > 0) yield { code: 'same-id', data: { records: rejected } }
  if (isCopied(workbook, staged, number)) yield { code: 'copied-laptop', data: {} }
  yield* clockNotes(workbook, staged)
  yield* unmatchedNotes(workbook, staged, kinds.get('rating')?.rejected ?? 0)
  const { study, counts } = staged.manifest
  if (anotherStudy && study.id !== workbook.id) {
    yield { code: 'another-study-taken', data: { title: study.title } }
  }
  const known = new Set(RECORD_KINDS.map(({ name }) => name))
  const unknown = Object.keys(counts).filter(kind => !known.has(kind))
  if (unknown.length > 0) yield { code: 'unknown-kinds', data: { kinds: unknown } }
}

/** A note if a package is signed with a key that is new here, or new for the laptop that it comes from. */
function keyNote({ store }: Workbook, { device, signer }: Manifest): PackageNote | undefined {
  if (!signer) return undefined
  const known = getKnownKeys(store, device)
  if (known.includes(signer.publicKey)) return undefined
  const code = known.length > 0 ? 'changed-key' : 'new-key'
  return { code, data: { fingerprint: fingerprintOf(signer.publicKey) } }
}

function isCopied(
  { store }: Workbook,
  { manifest, ranges }: StagedPackage,
  number: number,
): boolean {
  return hasDiverged(store, {
    device: manifest.device,
    package: number,
    participants: rangeOf(ranges, 'participant'),
    ratings: rangeOf(ranges, 'rating'),
  })
}

function* clockNotes(workbook: Workbook, staged: StagedPackage): Generator<PackageNote> {
  const { earliest, latest } = staged.moments
  const now = Date.parse(workbook.clock())
  if (latest !== null && Date.parse(latest) > now + TOLERANCE_MS) {
    yield { code: 'from-the-future', data: { moment: latest } }
  }
  const back = countSetBack(workbook.store, rangeOf(staged.ranges, 'supersession'))
  if (back > 0) yield { code: 'clock-went-back', data: { answers: back } }
  const began = Date.parse(staged.manifest.study.createdAt)
  if (earliest !== null && Date.parse(earliest) < began - TOLERANCE_MS) {
    yield { code: 'from-the-past', data: { moment: earliest } }
  }
}

function* unmatchedNotes(
  { store }: Workbook,
  { ranges }: StagedPackage,
  rejected: number,
): Generator<PackageNote> {
  const inUse = currentVersion(store).hash
  // Where none was rejected all of them are here, and an index tells what they are about without a look at each.
  if (rejected === 0 && !hasUnmatchedIndicators(store, inUse)) return
  const unmatched = getUnmatchedIndicators(store, rangeOf(ranges, 'rating'), inUse)
  if (unmatched.length === 0) return
  const ratings = unmatched.reduce((total, one) => total + one.ratings, 0)
  const codes = unmatched.map(({ code }) => code)
  const named = codes.length > MOST_NAMED ? [...codes.slice(0, MOST_NAMED), '…'] : codes
  yield { code: 'unmatched-indicators', data: { ratings, codes: named } }
}
