import { z } from 'zod'

/** A closed list of codes, each with the data that its sentence names. */
export type DataByCode = Readonly<Record<string, z.ZodObject | z.ZodDiscriminatedUnion>>

/** A code of a list with its data. */
export type Coded<Table extends DataByCode> = {
  readonly [Code in keyof Table]: { readonly code: Code; readonly data: z.infer<Table[Code]> }
}[keyof Table]

/** The schema of a code of this list with its data. */
export function coded<Table extends DataByCode>(table: Table): z.ZodType<Coded<Table>> {
  const options = Object.entries(table).map(([code, data]) =>
    z.object({ code: z.literal(code), data }),
  )
  const [first, ...rest] = options
  if (!first) throw new Error('A list of codes is empty.')
  return z.discriminatedUnion('code', [first, ...rest]) as unknown as z.ZodType<Coded<Table>>
}
