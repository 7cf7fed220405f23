import { sameName } from '../../shared/model/vocabulary.ts'
import type { Naming } from '../../shared/model/whole-study.ts'
import { getAllDevices } from '../store/records/workbook.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { readLaptops } from './laptops.ts'
import { readPlans } from './plans.ts'

/** The name of this laptop, and the names of the plans, by date of the workshop, that no other laptop has. */
export function findNaming({ store, device }: Workbook): Naming {
  const laptops = getAllDevices(store).map(readLaptops(store))
  const taken = new Set(
    laptops.filter(one => one.device !== device).map(({ name }) => sameName(name ?? '')),
  )
  const planOf = readPlans(store)
  const planned = getAllWorkshops(store).flatMap(({ id }) => planOf(id).laptops)
  const once = [...new Map(planned.map(each => [sameName(each), each])).values()]
  return {
    laptop: readLaptops(store)(device),
    laptops,
    offered: once.filter(each => !taken.has(sameName(each))),
  }
}
