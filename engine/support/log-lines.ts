import { z } from 'zod'
import { moment } from '../../shared/model/vocabulary.ts'

const operation = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/)
const code = z.string().regex(/^[A-Z][A-Z0-9_]+$/)
const ms = z.number().int().min(0)

/**
 * A line of the log. Every field is a moment, a figure or of a closed form that none of people's words, names or paths
 * has, and nothing else is in it.
 */
export const logLine = z.discriminatedUnion('what', [
  z.strictObject({
    at: moment,
    what: z.literal('start'),
    version: z.string().regex(/^[\d.]+(-[a-z0-9.]+)?$/),
  }),
  z.strictObject({ at: moment, what: z.literal('end') }),
  /** The operations of a while: how often each was done, or ended with a code. */
  z.strictObject({
    at: moment,
    what: z.literal('done'),
    counts: z.record(z.string().regex(/^[a-z]+\.[a-zA-Z]+( [A-Z][A-Z0-9_]+)?$/), z.number().int()),
  }),
  z.strictObject({ at: moment, what: z.literal('slow'), operation, ms }),
  z.strictObject({ at: moment, what: z.literal('refused'), operation, code, ms }),
  /** A fault of the program's own, as `describeFault` describes it. */
  z.strictObject({
    at: moment,
    what: z.literal('fault'),
    operation: operation.optional(),
    fault: z.array(z.string().regex(/^[\w $.<>:[\]-]{1,200}$/)).max(40),
  }),
])
export type LogLine = z.infer<typeof logLine>

/** A line as the file has it; undefined for one that is not of the form, which is then not written. */
export function writeLine(line: LogLine): string | undefined {
  const parsed = logLine.safeParse(line)
  return parsed.success ? `${JSON.stringify(parsed.data)}\n` : undefined
}

/** The lines of a log's text. What a kill cut short, or somebody else wrote, is passed over. */
export function readLines(text: string): readonly LogLine[] {
  return text.split('\n').flatMap(line => {
    try {
      const parsed = logLine.safeParse(JSON.parse(line))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })
}
