import { v7 as uuidv7 } from 'uuid'
import type { NamedLaptop } from '../../shared/model/whole-study.ts'
import { laptopTag } from '../people/laptop-tag.ts'
import { appendLaptopName, getAllLaptopNames } from '../store/records/plans.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Gives a device with its name. */
export type LaptopOf = (device: string) => NamedLaptop

/**
 * Reads what laptops are called. Where two teams named one differently, the name that the laptop gave itself holds, and
 * else the later one.
 */
export function readLaptops(store: ReadableStore): LaptopOf {
  const names = new Map<string, string>()
  const own = new Set<string>()
  for (const { laptop, name, device } of getAllLaptopNames(store)) {
    if (own.has(laptop) && device !== laptop) continue
    if (device === laptop) own.add(laptop)
    names.set(laptop, name)
  }
  return device => ({ device, tag: laptopTag(device), name: names.get(device) || null })
}

/** Names a laptop, by default this one; null takes its name back. */
export function nameLaptop(
  workbook: Workbook,
  { laptop, name }: { readonly laptop?: string | undefined; readonly name: string | null },
): NamedLaptop {
  const { store, clock, device } = workbook
  const named = laptop ?? device
  return store.transaction(() => {
    if (readLaptops(store)(named).name !== name) {
      const before = getAllLaptopNames(store).filter(one => one.laptop === named)
      const id = uuidv7()
      const record = { id, laptop: named, name: name ?? '', recordedAt: clock(), device }
      appendLaptopName(store, record)
      for (const one of before) appendSupersession(store, { record: id, superseded: one.id })
    }
    return readLaptops(store)(named)
  })
}
