import { recallPhrase } from '../keys/phrases.ts'
import { os, type RouterParts } from '../operation.ts'
import { correctParticipant, requireParticipant } from '../workshops/participants.ts'
import { findParticipants } from './find.ts'
import { withName } from './names.ts'
import { linkParticipants, listLinks, unlinkParticipants } from './people.ts'

/** The operations on the people behind the participants; those on their withdrawal lie with it. */
export const personOperations = ({ inWorkbook }: RouterParts) => ({
  correct: inWorkbook(
    os.person.correct,
    (workbook, correction) => withName(workbook.store, correctParticipant(workbook, correction)),
    { kind: 'people-changed' },
  ),
  recallPhrase: inWorkbook(os.person.recallPhrase, ({ store }, { participant }) => ({
    phrase: recallPhrase(requireParticipant(store, participant).id),
  })),
  find: inWorkbook(os.person.find, ({ store }, { words }) => findParticipants(store, words)),
  links: inWorkbook(os.person.links, ({ store }) => listLinks(store)),
  link: inWorkbook(os.person.link, linkParticipants, { kind: 'people-changed' }),
  unlink: inWorkbook(os.person.unlink, unlinkParticipants, { kind: 'people-changed' }),
})
