import { z } from 'zod'
import { diary, diaryNoteText } from '../model/diary.ts'
import { id } from '../model/vocabulary.ts'
import {
  laptopName,
  namedLaptop,
  naming,
  sentState,
  studyState,
  workshopPlan,
} from '../model/whole-study.ts'
import { done, ofWorkbook, operation } from './operation.ts'

const ofWorkshop = ofWorkbook.extend({ workshop: id })

/** The operations on a study as a whole: plans, laptops, how far everything is, and its diary. */
export const wholeStudyContract = {
  study: {
    /** The state of all workshops, what is left to do, and signs of poor quality; `seconds` is the least an item. */
    state: operation
      .input(ofWorkbook.extend({ seconds: z.number().min(0).max(600).optional() }))
      .output(studyState),
    /** The plan of a workshop; empty where nobody made one. */
    plan: operation.input(ofWorkshop).output(workshopPlan),
    /** Plans a workshop: the laptops that are expected, and the people wanted of each group. */
    setPlan: operation.input(ofWorkshop.extend({ plan: workshopPlan })).output(workshopPlan),
    /** The names of this laptop and all others, and the names of the plans that no other laptop has. */
    naming: operation.input(ofWorkbook).output(naming),
    /** Names a laptop; left out, this one. A null takes its name back. */
    nameLaptop: operation
      .input(ofWorkbook.extend({ laptop: id.optional(), name: laptopName.nullable() }))
      .output(namedLaptop),
    /** The last package with what was collected in a workshop. */
    sent: operation.input(ofWorkshop).output(sentState),
  },
  diary: {
    /** The diary of the study, put together from its records; the latest entry first. */
    list: operation.input(ofWorkbook).output(diary),
    /** Adds a note of the team. */
    addNote: operation
      .input(ofWorkbook.extend({ text: diaryNoteText }))
      .output(z.object({ note: id })),
    /** Writes a note anew; a null takes it out of the diary. Throws NO_SUCH_NOTE. */
    changeNote: operation
      .input(ofWorkbook.extend({ note: id, text: diaryNoteText.nullable() }))
      .output(done),
  },
}
