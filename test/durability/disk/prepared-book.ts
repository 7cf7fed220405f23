import { sampleParticipant, sampleWorkbook, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { FIELDS } from './say-much.ts'

/** A closed workbook with one participant and as many indicators as there are fields. */
export function preparedBook(): { readonly book: string; readonly participant: string } {
  const workbook = sampleWorkbook(Array.from({ length: FIELDS }, (_, index) => `A${index + 1}`))
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  workbook.close()
  return { book: workbook.store.file, participant }
}
