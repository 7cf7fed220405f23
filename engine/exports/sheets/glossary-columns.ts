import { GLOSSARY_COLUMN_WORDS } from '../../../shared/messages/glossary/exported-glossary.ts'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import type { Column } from './columns.ts'

const column = (
  name: keyof typeof GLOSSARY_COLUMN_WORDS,
  width: number,
  value: Column<GlossaryTerm>['value'],
): Column<GlossaryTerm> => ({
  ...{ name, width, value, wraps: true, words: GLOSSARY_COLUMN_WORDS[name] },
})

/** The columns of the glossary of the framework. */
export const GLOSSARY_COLUMNS: readonly Column<GlossaryTerm>[] = [
  column('term', 24, ({ term }) => term),
  column('other_forms', 30, ({ forms }) => forms.join('; ')),
  column('meaning', 70, ({ meaning }) => meaning),
  column('plain_meaning', 60, ({ plain }) => plain),
]
