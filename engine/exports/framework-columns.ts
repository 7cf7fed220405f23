import { FRAMEWORK_WORDS } from '../../shared/messages/exports.ts'
import type { IndicatorText } from '../../shared/model/framework.ts'
import type { Column } from './column.ts'

type Name = keyof typeof FRAMEWORK_WORDS

const column = (
  name: Name,
  width: number,
  value: Column<IndicatorText>['value'],
): Column<IndicatorText> => ({
  name,
  width,
  wraps: width > 20,
  words: FRAMEWORK_WORDS[name],
  value,
})

/** A path of section titles as one text, which loading a framework takes apart again. */
export const sectionText = (section: readonly string[]): string => section.join(' > ')

/** The columns of a framework as a draft has them, so that an exported one can be loaded again. */
export const FRAMEWORK_COLUMNS: readonly Column<IndicatorText>[] = [
  column('code', 12, ({ code }) => code),
  column('section', 28, ({ section }) => sectionText(section)),
  column('outcome', 40, ({ outcome }) => outcome),
  column('indicator', 44, ({ title }) => title),
  column('definition', 50, ({ definition }) => definition),
  column('data_type', 16, ({ dataType }) => dataType),
  column('status', 11, ({ status }) => status),
  column('source', 28, ({ source }) => source),
  column('unit', 16, ({ unit }) => unit),
  column('population', 14, ({ population }) => population),
  column('easy_read', 44, ({ easyRead }) => easyRead),
  column('rationale', 50, ({ rationale }) => rationale),
  column('notes', 44, ({ notes }) => notes),
]
