import type { Diary, DiaryEntry, DiaryFacts } from '../../shared/model/diary.ts'
import type { MergeReceipt } from '../../shared/model/packages.ts'
import { groupBy } from '../group-by.ts'
import { allReceipts } from '../packages/merge/receipts.ts'
import { getAllResolutionBatches } from '../store/records/conflicts.ts'
import { getAllDiaryNotes, getAllRefusedFiles } from '../store/records/diary-notes.ts'
import { getAllWrittenFiles, type WrittenFileRecord } from '../store/records/plans.ts'
import {
  getChoiceRows,
  getLinkRows,
  getLoadingRows,
  getPlanRows,
  getProtocolRows,
  getResolutionRows,
  getRoundRows,
  getRuleRows,
  getSetUpRows,
  getWithdrawalRows,
  getWorkshopRows,
  type ResolutionRow,
} from '../store/reports/diary.ts'
import type { ReadableStore } from '../store/store.ts'
import { readLaptops } from '../study/laptops.ts'

/** An entry with the device on which it was made. */
interface Made {
  readonly id: string
  readonly at: string
  readonly device: string
  readonly facts: DiaryFacts
}

/** A workbook, or a snapshot of one. */
interface Recorded {
  readonly store: ReadableStore
  readonly device: string
}

/** Puts the diary of a study together from its records, the latest entry first. */
export function readDiary({ store, device }: Recorded): Diary {
  return { entries: inOrder(store, [...ofStudy(store, device), ...ofThisFile(store, device)]) }
}

/**
 * The entries that an export tells: without the files that were written, or one export would change the next, which is
 * to be the same for the same choices.
 */
export function exportedDiary({ store, device }: Recorded): readonly DiaryEntry[] {
  return inOrder(store, ofStudy(store, device)).toReversed()
}

function inOrder(store: ReadableStore, made: readonly Made[]): DiaryEntry[] {
  const laptopOf = readLaptops(store)
  return made
    .toSorted((one, other) => compare(other.at, one.at) || compare(other.id, one.id))
    .map(({ id, at, device, facts }) => ({ id, at, laptop: laptopOf(device), facts }))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function ofStudy(store: ReadableStore, device: string): readonly Made[] {
  return [
    ...setUps(store),
    ...getAllDiaryNotes(store).flatMap(note => noteEntry(note)),
    ...allReceipts(store).flatMap(receiptEntries),
    ...getAllRefusedFiles(store).map(({ id, name: file, why, recordedAt: at }) =>
      entry({ id, at, device }, { kind: 'refusal', what: 'refused', file, why, receipt: null }),
    ),
    ...getLinkRows(store).map(row =>
      entry(row, { kind: 'link', what: row.linked === 1 ? 'linked' : 'link taken back' }),
    ),
    ...resolutions(store),
    ...getWithdrawalRows(store).map(row =>
      entry(row, { kind: 'withdrawal', what: 'withdrew', count: row.count }),
    ),
    ...decisions(store),
  ]
}

const entry = (
  { id, at, device }: { readonly id: string; readonly at: string; readonly device: string },
  facts: DiaryFacts,
): Made => ({ id, at, device, facts })

function setUps(store: ReadableStore): readonly Made[] {
  return [
    ...getSetUpRows(store).map(row =>
      entry(row, {
        kind: 'set-up',
        what: row.reason === 'copied' ? 'file copied' : 'laptop set up',
      }),
    ),
    ...getWorkshopRows(store).map(row =>
      entry(row, { kind: 'set-up', what: 'workshop added', title: row.title }),
    ),
  ]
}

function noteEntry({
  id,
  note,
  text,
  recordedAt: at,
  device,
}: ReturnType<typeof getAllDiaryNotes>[number]): readonly Made[] {
  if (text === '') return []
  return [entry({ id, at, device }, { kind: 'note', what: 'note', note, text })]
}

/** A merge, and each file of it that was not taken. */
function receiptEntries({
  id,
  mergedAt: at,
  device,
  packages,
  totals,
}: MergeReceipt): readonly Made[] {
  const taken = packages.filter(({ accepted }) => accepted)
  const laptops = new Set(taken.flatMap(({ source }) => source?.device ?? []))
  const refused = packages.flatMap(({ file, accepted, problems }, place) => {
    const why = problems.find(({ refuses }) => refuses)?.message ?? ''
    const facts = { kind: 'refusal', what: 'refused', file, why, receipt: id } as const
    return accepted ? [] : [entry({ id: `${id} ${place}`, at, device }, facts)]
  })
  return [
    entry(
      { id, at, device },
      {
        kind: 'merge',
        what: 'merged',
        receipt: id,
        packages: taken.length,
        laptops: laptops.size,
        records: totals.new + totals.conflicting,
        conflicting: totals.conflicting,
      },
    ),
    ...refused,
  ]
}

/** Resolutions: those that were made together are one entry. */
function resolutions(store: ReadableStore): readonly Made[] {
  const rows = new Map(getResolutionRows(store).map(row => [row.id, row]))
  const batches = getAllResolutionBatches(store)
  const inBatch = new Set(batches.flatMap(batch => batch.resolutions))
  const alone = groupBy(
    [...rows.values()].filter(({ id }) => !inBatch.has(id)),
    togetherKey,
  )
  return [
    ...batches.map(({ id, resolutions: of, reason, decidedBy, recordedAt: at, device }) => {
      const rules = [...new Set(of.flatMap(one => rows.get(one)?.rule ?? []))]
      const count = of.length
      const facts = {
        kind: 'resolution',
        what: 'settled',
        rules,
        count,
        reason,
        decidedBy,
      } as const
      return entry({ id, at, device }, facts)
    }),
    ...[...alone.values()].flatMap(those => togetherEntry(those)),
  ]
}

/** Resolutions of one rule within a minute, on one laptop, were made together, as one press makes many. */
const togetherKey = ({ device, rule, takesBack, at }: ResolutionRow): string =>
  [device, rule, takesBack, at.slice(0, 16)].join(' ')

function togetherEntry(those: readonly ResolutionRow[]): readonly Made[] {
  const [first] = those
  if (!first) return []
  const count = those.length
  if (first.takesBack === 1) {
    return [entry(first, { kind: 'resolution', what: 'settling taken back', count })]
  }
  const rules = [first.rule]
  return [
    entry(first, { kind: 'resolution', what: 'settled', rules, count, reason: '', decidedBy: '' }),
  ]
}

/** Decisions of the team: framework versions, rules, plans and rounds. */
function decisions(store: ReadableStore): readonly Made[] {
  return [
    ...getLoadingRows(store).map(({ title, indicators, ...row }) =>
      entry(row, { kind: 'framework', what: 'version loaded', title, indicators }),
    ),
    ...getChoiceRows(store).map(({ title, framework, aside, ...row }) =>
      entry(row, { kind: 'framework', what: 'version chosen', title: title ?? framework, aside }),
    ),
    ...getRuleRows(store).map(({ title, version, retired, isFirst, ...row }) => {
      const changed = isFirst === 1 ? 'rule added' : 'rule changed'
      const what = retired === 1 ? 'rule retired' : changed
      return entry(row, { kind: 'rule', what, title, version })
    }),
    ...getPlanRows(store).map(({ title: workshop, laptops, people, ...row }) =>
      entry(row, { kind: 'target', what: 'planned', workshop, laptops, people }),
    ),
    ...getProtocolRows(store).map(
      ({ title: workshop, people: group, indicators, sequence, ...row }) =>
        entry(row, { kind: 'target', what: 'asked', workshop, group, indicators, sequence }),
    ),
    ...getRoundRows(store).map(({ title: workshop, round, step: what, indicators, ...row }) =>
      entry(row, { kind: 'round', what, workshop, round, indicators }),
    ),
  ]
}

/** The files that were written from this file of the study, which no other laptop knows of. */
const ofThisFile = (store: ReadableStore, device: string): readonly Made[] =>
  getAllWrittenFiles(store).map(written =>
    entry({ id: written.id, at: written.recordedAt, device }, writtenFacts(written)),
  )

function writtenFacts({ kind, name: file, release }: WrittenFileRecord): DiaryFacts {
  switch (kind) {
    case 'setup':
      return { kind: 'set-up', what: 'set-up written', file }
    case 'package':
      return { kind: 'export', what: 'package written', file }
    case 'export':
      return { kind: 'export', what: 'export written', file, release }
  }
}
