import { z } from 'zod'
import { type Coded, coded } from '../coded.ts'
import { glossaryTerms } from './terms.ts'

/** Every kind of problem that a glossary in a file can have; what is wrong is passed over, and the rest is read. */
export const GLOSSARY_PROBLEMS = {
  'no-meaning': z.object({ term: z.string() }),
  'no-term': z.object({}),
  /** The cell `first` says another meaning, which is the one that is taken. */
  'two-meanings': z.object({ term: z.string(), first: z.string() }),
  'long-term': z.object({ term: z.string(), most: z.number().int() }),
  'long-meaning': z.object({ term: z.string(), most: z.number().int() }),
  /** This term and all after it are more than a glossary may have. */
  'too-many': z.object({ terms: z.number().int(), letters: z.number().int() }),
} as const

/** A problem of a glossary without its place: its code, with the data of that code. */
export type CodedGlossaryProblem = Coded<typeof GLOSSARY_PROBLEMS>

/** A problem of a glossary in a file, with the sheet and the cell as the spreadsheet names them. */
export const glossaryProblem = z
  .object({ sheet: z.string(), cell: z.string() })
  .and(coded(GLOSSARY_PROBLEMS))
export type GlossaryProblem = z.infer<typeof glossaryProblem>

/** The glossary that was found in a file: its terms, where each part of them stands, and what is wrong. */
export const glossaryReading = z.object({
  terms: glossaryTerms,
  /** The sheets and columns with terms: the letters of a column of the framework's own rows, or null for a whole sheet. */
  sources: z.array(
    z.object({ sheet: z.string(), column: z.string().nullable(), terms: z.number().int() }),
  ),
  problems: z.array(glossaryProblem),
})
export type GlossaryReading = z.infer<typeof glossaryReading>
