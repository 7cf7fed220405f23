import { oc } from '@orpc/contract'
import { type ZodArray, type ZodReadonly, type ZodType, z } from 'zod'
import { id } from '../model/vocabulary.ts'
import { errorMap } from './errors.ts'

/**
 * A file that a person chose, as a token that stands for it: the desktop's dialog or the browser's
 * upload grants it to the engine, and no path or byte of the file crosses the contract.
 */
export const filePermit = z.string().min(20).max(100)

/** The file that was written; `bytes` is the size of the finished file. */
export const writtenFile = z.object({ name: z.string(), bytes: z.number().int() })

/** The base of every operation: any of them may answer with any error of the list. */
export const operation = oc.errors(errorMap)

/** The workbook that an operation is about. */
export const ofWorkbook = z.object({ workbook: id })

/** The answer of an operation that has nothing to tell but that it was done. */
export const done: ZodType<Record<string, never>, unknown> = z.unknown().transform(() => ({}))

/** A list that an operation answers with; nobody changes it, so the engine may hand out its own. */
export const listOf = <Item extends ZodType>(item: Item): ZodReadonly<ZodArray<Item>> =>
  z.array(item).readonly()
