import { sameName } from '../../shared/model/vocabulary.ts'
import type { NamedLaptop } from '../../shared/model/whole-study.ts'
import { getAllLaptopNames } from '../store/records/plans.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { readLaptops } from './laptops.ts'
import { readPlans } from './plans.ts'

/** The name of this laptop, and the names of the plans, by date of the workshop, that no other laptop has. */
export function findNaming({ store, device }: Workbook): {
  readonly laptop: NamedLaptop
  readonly offered: string[]
  readonly named: NamedLaptop[]
} {
  const laptopOf = readLaptops(store)
  const names = getAllLaptopNames(store)
  const taken = new Set(
    names
      .filter(({ laptop }) => laptop !== device)
      .map(({ laptop }) => sameName(laptopOf(laptop).name ?? '')),
  )
  const planOf = readPlans(store)
  const planned = getAllWorkshops(store).flatMap(({ id }) => planOf(id).laptops)
  const once = [...new Map(planned.map(each => [sameName(each), each])).values()]
  return {
    laptop: laptopOf(device),
    named: [...new Set(names.map(({ laptop }) => laptop))]
      .map(laptopOf)
      .filter(({ name }) => name !== null),
    offered: once.filter(each => !taken.has(sameName(each))),
  }
}
