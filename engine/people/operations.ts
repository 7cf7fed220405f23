import { os, type RouterParts } from '../operation.ts'
import { correctParticipant } from '../workshops/participants.ts'
import { describeParticipants } from './describe.ts'
import { findParticipants } from './find.ts'
import { withName } from './names.ts'
import { linkParticipants, listLinks, unlinkParticipants } from './people.ts'
import { makeRecallWords } from './recall-words.ts'
import { markTest } from './test-participants.ts'

/** The operations on the people behind the participants; those on their withdrawal lie with it. */
export const personOperations = ({ inWorkbook }: RouterParts) => ({
  correct: inWorkbook(
    os.person.correct,
    (workbook, correction) => withName(workbook.store, correctParticipant(workbook, correction)),
    { kind: 'people-changed' },
  ),
  replaceWords: inWorkbook(os.person.replaceWords, (workbook, { participant }) => ({
    words: makeRecallWords(workbook, participant),
  })),
  markTest: inWorkbook(
    os.person.markTest,
    (workbook, { participant, test }) => markTest(workbook, participant, test),
    { kind: 'people-changed' },
  ),
  find: inWorkbook(os.person.find, ({ store }, { words }) =>
    describeParticipants(store, findParticipants(store, words)),
  ),
  links: inWorkbook(os.person.links, ({ store }) => listLinks(store)),
  link: inWorkbook(os.person.link, linkParticipants, { kind: 'people-changed' }),
  unlink: inWorkbook(os.person.unlink, unlinkParticipants, { kind: 'people-changed' }),
})
