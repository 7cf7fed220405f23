import { DEFAULT_GROUPS } from '../../../shared/model/vocabulary.ts'
import {
  facilitatorsNote,
  type WorkshopDetails,
  workshopDetails,
} from '../../../shared/model/workshop.ts'

/** A stakeholder group as it is being set up; one that is left out stays in sight. */
export interface GroupDraft {
  /** Its place in the list, for as long as the form is open. */
  readonly key: number
  readonly name: string
  readonly isIncluded: boolean
}

/** A workshop as it is being set up. */
export interface WorkshopDraft {
  readonly title: string
  readonly date: string
  readonly venue: string
  /** The note of who facilitates its first round; empty for none. */
  readonly facilitators: string
  readonly groups: readonly GroupDraft[]
}

/** The errors of a draft, by field. */
export type DraftErrors = Partial<Readonly<Record<keyof WorkshopDraft, string>>>

/** Either a workshop that can be recorded, or what must be put right first. */
export type CheckedDraft =
  | { readonly details: WorkshopDetails & Pick<WorkshopDraft, 'facilitators'> }
  | { readonly errors: DraftErrors }

/** The day of a moment as this laptop has it, such as `2026-03-09`. */
export function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return parts.map(part => String(part).padStart(2, '0')).join('-')
}

/** A new workshop: today, with the default groups. */
export function newDraft(now: Date): WorkshopDraft {
  const groups = DEFAULT_GROUPS.map((name, key) => ({ key, name, isIncluded: true }))
  return { title: '', date: dayOf(now), venue: '', facilitators: '', groups }
}

/** A new workshop like another one: its title, venue and groups, today; other default groups are there to be ticked. */
export function draftLike(other: WorkshopDetails, now: Date): WorkshopDraft {
  const names = [...other.groups, ...DEFAULT_GROUPS.filter(name => !other.groups.includes(name))]
  const groups = names.map((name, key) => ({
    key,
    name,
    isIncluded: other.groups.includes(name),
  }))
  return { ...newDraft(now), title: other.title, venue: other.venue, groups }
}

/** The draft with one group changed. */
export function withGroup(draft: WorkshopDraft, changed: GroupDraft): WorkshopDraft {
  const groups = draft.groups.map(group => (group.key === changed.key ? changed : group))
  return { ...draft, groups }
}

/** The draft with an empty group at the end. */
export function withNewGroup(draft: WorkshopDraft): WorkshopDraft {
  const key = draft.groups.length
  return { ...draft, groups: [...draft.groups, { key, name: '', isIncluded: true }] }
}

function groupsProblem(names: readonly string[]): string | undefined {
  if (names.length === 0) return 'Tick at least one group.'
  if (names.includes('')) return 'Give each ticked group a name, or untick it.'
  const repeated = names.find(
    (name, at) => names.findIndex(other => other.toLowerCase() === name.toLowerCase()) < at,
  )
  return repeated && `There are two groups called ${repeated}. Give each a name of its own.`
}

/** Checks a draft when the person is done with it. */
export function checkDraft(draft: WorkshopDraft): CheckedDraft {
  const groups = draft.groups.filter(group => group.isIncluded).map(group => group.name.trim())
  const problem = groupsProblem(groups)
  const checked = workshopDetails
    .extend({ facilitators: facilitatorsNote })
    .safeParse({ ...draft, groups })
  if (checked.success && !problem) return { details: checked.data }
  const failing = new Set(checked.error?.issues.map(issue => issue.path[0]))
  return {
    errors: {
      ...(failing.has('title') && { title: 'Give the workshop a title of up to 200 characters.' }),
      ...(failing.has('date') && { date: 'Choose the day of the workshop.' }),
      ...(failing.has('venue') && { venue: 'Keep the venue to 200 characters.' }),
      ...(failing.has('facilitators') && {
        facilitators: 'Say who facilitates in up to 200 characters.',
      }),
      ...((problem || failing.has('groups')) && {
        groups: problem ?? 'Use up to 30 groups, each with a name of up to 200 characters.',
      }),
    },
  }
}
