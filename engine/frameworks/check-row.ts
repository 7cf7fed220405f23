import { issueWords } from '../../shared/messages/check.ts'
import type { CheckIssue, FrameworkField } from '../../shared/model/check.ts'
import { cellName } from '../files/spreadsheet.ts'
import { isErrorValue, oneLine } from './cell-text.ts'
import type { Header } from './find-header.ts'
import type { Finding } from './finding.ts'
import { knownDataType, knownStatus } from './known-values.ts'
import { sectionPath } from './nest-sections.ts'
import type { Candidate } from './sort-rows.ts'

/** What is wrong with the text of one field, if anything is. */
type Problem = Pick<CheckIssue, 'code' | 'message'> | null

function missing(field: FrameworkField, { texts }: Candidate): Problem {
  const code = oneLine(texts.code)
  switch (field) {
    case 'code':
      return { code: 'missing-code', message: issueWords.missingCode() }
    case 'title':
      return { code: 'missing-title', message: issueWords.missingTitle(code) }
    case 'section':
      return { code: 'missing-section', message: issueWords.missingSection(code) }
    default:
      return null
  }
}

function unrecognised(field: FrameworkField, text: string): Problem {
  if (field === 'dataType' && knownDataType(text) === null) {
    return { code: 'unrecognised-value', message: issueWords.unrecognisedDataType(text) }
  }
  if (field === 'status' && knownStatus(text) === null) {
    return { code: 'unrecognised-value', message: issueWords.unrecognisedStatus(text) }
  }
  return null
}

function problemOf(field: FrameworkField, candidate: Candidate): Problem {
  const text = candidate.texts[field]
  if (isErrorValue(text)) return { code: 'error-value', message: issueWords.errorValue(text) }
  // A section of nothing but signs of nesting names no section.
  const isBlank = field === 'section' ? sectionPath(text).length === 0 : text === ''
  return isBlank ? missing(field, candidate) : unrecognised(field, text)
}

/** Every problem in the cells of one row. A field that has no column is not the row's fault. */
export function checkRow(candidate: Candidate, { fields }: Header): readonly Finding[] {
  return [...fields].flatMap(([field, column]): readonly Finding[] => {
    const problem = problemOf(field, candidate)
    return problem ? [{ severity: 'error', row: candidate.row, column, ...problem }] : []
  })
}

/** The codes that an earlier row has, whatever their case and spaces: ratings could not tell them. */
export function checkDuplicates(
  candidates: readonly Candidate[],
  { fields }: Header,
): readonly Finding[] {
  const column = fields.get('code')
  if (column === undefined) return []
  const coded = candidates.filter(({ texts }) => texts.code !== '' && !isErrorValue(texts.code))
  const sameCode = ({ texts }: Candidate): string => texts.code.replace(/\s+/g, '').toLowerCase()
  const first = new Map(coded.toReversed().map(candidate => [sameCode(candidate), candidate.row]))
  return coded.flatMap((candidate): readonly Finding[] => {
    const { row, texts } = candidate
    const earlier = first.get(sameCode(candidate)) ?? row
    const message = issueWords.duplicateCode(oneLine(texts.code), cellName(column, earlier))
    return earlier === row
      ? []
      : [{ severity: 'error', code: 'duplicate-code', row, column, message }]
  })
}
