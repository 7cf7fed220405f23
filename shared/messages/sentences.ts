import type { z } from 'zod'
import type { DataByCode } from '../model/coded.ts'

/** The sentences of a list: one for each code, made from its data. */
export type Sentences<Table extends DataByCode> = {
  readonly [Code in keyof Table]: (data: z.infer<Table[Code]>) => string
}

/** The sentence for a code and its data. */
export function sentence<Table extends DataByCode, Code extends keyof Table>(
  sentences: Sentences<Table>,
  code: Code,
  data: z.infer<Table[Code]>,
): string {
  return sentences[code](data)
}
