import {
  AGREEMENT_FIGURES,
  AGREEMENT_WORDS,
  undefinedReasons,
} from '../../../shared/messages/agreement.ts'
import { RELEASE_WORDS } from '../../../shared/messages/releases.ts'
import type { SetAgreement } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { NumberFormat } from '../../files/write/sheets.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Column } from './columns.ts'

/** The agreement over all indicators on one criterion; null where that is left out. */
export interface AgreementRow {
  readonly criterion: Criterion
  readonly agreement: SetAgreement | null
  /** True where W is left out: it rests on whole rows of people. */
  readonly isWithoutW: boolean
}

/** A row for each criterion. */
export function agreementRows(material: ExportMaterial): readonly AgreementRow[] {
  const { results, scope } = material
  const isFew = scope.hideUnder !== undefined && results.participants < scope.hideUnder
  const agreement = material.agreement()
  return CRITERIA.map(criterion => ({
    criterion,
    agreement: isFew ? null : agreement[criterion],
    isWithoutW: material.release !== 'research',
  }))
}

const figure = (
  name: keyof typeof AGREEMENT_WORDS,
  format: NumberFormat,
  of: keyof SetAgreement,
): Column<AgreementRow> => ({
  name,
  width: name.length + 4,
  format,
  words: AGREEMENT_WORDS[name],
  value: ({ agreement }) => agreement?.[of] ?? null,
})

/** The columns of the agreement over all indicators. */
export const AGREEMENT_COLUMNS: readonly Column<AgreementRow>[] = [
  {
    name: 'criterion',
    width: 13,
    words: AGREEMENT_WORDS.criterion,
    value: ({ criterion }) => criterion,
  },
  figure('answers', 'whole', 'n'),
  figure('indicators', 'whole', 'indicators'),
  figure('alpha_nominal', 'figure', 'alphaNominal'),
  figure('alpha_ordinal', 'figure', 'alphaOrdinal'),
  figure('alpha_interval', 'figure', 'alphaInterval'),
  figure('kendall_w', 'figure', 'kendallW'),
  {
    ...figure('kendall_n', 'whole', 'kendallN'),
    value: ({ agreement, isWithoutW }) => (isWithoutW ? null : (agreement?.kendallN ?? null)),
  },
]

/** The reasons for figures that are missing, in sentences. */
export const reasonsOf = ({ agreement, isWithoutW }: AgreementRow): readonly string[] => {
  if (!agreement) return []
  return isWithoutW
    ? [...undefinedReasons(agreement, ALPHAS), RELEASE_WORDS.noW]
    : undefinedReasons(agreement)
}

const ALPHAS = AGREEMENT_FIGURES.filter(name => name !== 'kendallW')

/** The same, with why a figure does not exist: a sheet is read where nobody explains an empty cell. */
export const EXPLAINED_AGREEMENT_COLUMNS: readonly Column<AgreementRow>[] = [
  ...AGREEMENT_COLUMNS,
  {
    name: 'note',
    width: 70,
    wraps: true,
    words: AGREEMENT_WORDS.note,
    value: row => row.agreement && reasonsOf(row).join(' '),
  },
]
