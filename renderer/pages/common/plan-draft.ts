import { type WorkshopPlan, workshopPlan } from '../../../shared/model/whole-study.ts'

/** A plan as it is being typed: a laptop a line, and a number for each group that has one. */
export interface PlanDraft {
  readonly laptops: string
  readonly targets: Readonly<Record<string, string>>
}

/** The draft of a plan. */
export const toDraft = ({ laptops, targets }: WorkshopPlan): PlanDraft => ({
  laptops: laptops.join('\n'),
  targets: Object.fromEntries(
    Object.entries(targets).map(([group, target]) => [group, String(target)]),
  ),
})

/** The names of laptops for a number of them, after the workshop: `Leeds 1`, `Leeds 2`. */
export const numberedLaptops = (title: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `${title.trim().slice(0, 50) || 'Laptop'} ${at + 1}`,
  ).join('\n')

/** Either a plan that can be recorded, or what must be put right first. */
export type CheckedPlan = { readonly plan: WorkshopPlan } | { readonly error: string }

/** Checks a draft when the person is done with it. */
export function checkPlan(draft: PlanDraft): CheckedPlan {
  const laptops = draft.laptops
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const targets: Record<string, number> = {}
  for (const [group, typed] of Object.entries(draft.targets)) {
    if (typed.trim() === '') continue
    const target = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : Number.NaN
    if (!(target > 0 && target <= 10_000)) {
      return { error: `Give a whole number of people for ${group}, or leave it empty.` }
    }
    targets[group] = target
  }
  const checked = workshopPlan.safeParse({ laptops, targets })
  if (checked.success) return { plan: checked.data }
  return {
    error:
      'Give each laptop a name of its own, of up to 60 characters, and no more than 60 laptops.',
  }
}
