import { z } from 'zod'

/** The data types of an indicator: the four kinds of the draft framework. */
export const DATA_TYPES = ['cross-sectional', 'longitudinal', 'proxy', 'user feedback'] as const
export const dataType = z.enum(DATA_TYPES)
export type DataType = z.infer<typeof dataType>

/** The statuses of an indicator: collected today (`existing`), or in need of new collection (`new`). */
export const STATUSES = ['existing', 'new'] as const
export const status = z.enum(STATUSES)
export type Status = z.infer<typeof status>

/** The criteria that an indicator is rated by. */
export const CRITERIA = ['usefulness', 'usability'] as const
export const criterion = z.enum(CRITERIA)
export type Criterion = z.infer<typeof criterion>

/** The stakeholder groups a new workshop starts with; each workshop may have its own. */
export const DEFAULT_GROUPS = [
  'ADCS',
  'Performance and improvement leads',
  'DfE',
  'Ofsted',
  'Young people',
  'Parents and carers',
  'Other',
] as const

/** A record's or thing's identity: a UUID in lower case. */
export const id = z.uuid().toLowerCase()

/** A moment: ISO 8601 in UTC with milliseconds, as the clock of the laptop had it. */
export const moment = z.iso.datetime({ precision: 3 })

/** A calendar day, `2026-03-09`. */
export const day = z.iso.date()

/** One line of text that a person typed as a name: trimmed, never empty, at most 200 characters. */
export const name = z.string().trim().min(1).max(200)

/**
 * The form of a name or a code by which they are compared: those that differ only in case, or in the way that Unicode
 * writes an accent, are one.
 */
export const sameName = (text: string): string => text.normalize('NFC').trim().toLowerCase()
