import type { Release } from '../../../shared/model/exports.ts'
import type { WorkshopPlan } from '../../../shared/model/whole-study.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A record of what is planned for a workshop. */
export interface PlanRecord extends WorkshopPlan {
  readonly id: string
  readonly workshop: string
  readonly recordedAt: string
  readonly device: string
}

type PlanRow = Omit<PlanRecord, 'laptops' | 'targets'> & {
  readonly laptops: string
  readonly targets: string
}

/** The plans that nothing superseded, in the order of their making; two of one workshop where teams differ. */
export function getAllPlans(store: ReadableStore): readonly PlanRecord[] {
  return store
    .prepare<Record<string, never>, PlanRow>(
      `SELECT id, workshop, laptops, targets, recorded_at AS recordedAt, device
       FROM workshop_plan ORDER BY id`,
    )
    .all({})
    .map(({ laptops, targets, ...row }) => ({
      ...row,
      laptops: JSON.parse(laptops) as string[],
      targets: JSON.parse(targets) as Record<string, number>,
    }))
}

/** Stores a plan. */
export function appendPlan(store: WritableStore, record: PlanRecord): void {
  store
    .prepare<PlanRow>(
      `INSERT INTO workshop_plan_record (id, workshop, laptops, targets, recorded_at, device)
       VALUES (@id, @workshop, @laptops, @targets, @recordedAt, @device)`,
    )
    .run({
      ...record,
      laptops: JSON.stringify(record.laptops),
      targets: JSON.stringify(record.targets),
    })
}

/** A record of what a laptop is called; an empty name takes earlier ones back. */
export interface LaptopNameRecord {
  readonly id: string
  readonly laptop: string
  readonly name: string
  readonly recordedAt: string
  readonly device: string
}

/** The names that nothing superseded, in the order of their making. */
export function getAllLaptopNames(store: ReadableStore): readonly LaptopNameRecord[] {
  return store
    .prepare<Record<string, never>, LaptopNameRecord>(
      `SELECT id, laptop, name, recorded_at AS recordedAt, device FROM laptop_name ORDER BY id`,
    )
    .all({})
}

/** Stores the name of a laptop. */
export function appendLaptopName(store: WritableStore, record: LaptopNameRecord): void {
  store
    .prepare<LaptopNameRecord>(
      `INSERT INTO laptop_name_record (id, laptop, name, recorded_at, device)
       VALUES (@id, @laptop, @name, @recordedAt, @device)`,
    )
    .run(record)
}

/** A package or an export that was written from this workbook. */
export interface WrittenFileRecord {
  readonly id: string
  readonly kind: 'package' | 'setup' | 'export'
  readonly format: string
  /** Null for all workshops. */
  readonly workshops: readonly string[] | null
  readonly name: string
  /** Null for a package, and for what was written before releases were kept. */
  readonly release: Release | null
  readonly recordedAt: string
}

type WrittenRow = Omit<WrittenFileRecord, 'workshops'> & { readonly workshops: string | null }

/** Every package and export that was written, the last one first. */
export function getAllWrittenFiles(store: ReadableStore): readonly WrittenFileRecord[] {
  return store
    .prepare<Record<string, never>, WrittenRow>(
      `SELECT id, kind, format, workshops, name, release, recorded_at AS recordedAt
       FROM written_file ORDER BY id DESC`,
    )
    .all({})
    .map(({ workshops, ...row }) => ({
      ...row,
      workshops: workshops === null ? null : (JSON.parse(workshops) as string[]),
    }))
}

/** Stores that a package or an export was written. */
export function appendWrittenFile(store: WritableStore, record: WrittenFileRecord): void {
  store
    .prepare<WrittenRow>(
      `INSERT INTO written_file (id, kind, format, workshops, name, release, recorded_at)
       VALUES (@id, @kind, @format, @workshops, @name, @release, @recordedAt)`,
    )
    .run({ ...record, workshops: record.workshops && JSON.stringify(record.workshops) })
}
