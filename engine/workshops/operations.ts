import { os, type RouterParts } from '../operation.ts'
import { letJoin } from '../people/join.ts'
import { listProgress } from '../rounds/standings.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import { addPlanned } from '../study/add-planned.ts'
import { protocolOf, setProtocol } from './protocol.ts'

/** The operations on workshops. */
export const workshopOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.workshop.list, ({ store }) => getAllWorkshops(store)),
  add: inWorkbook(os.workshop.add, addPlanned, ({ id }) => ({
    kind: 'workshop-recorded',
    workshop: id,
  })),
  protocol: inWorkbook(os.workshop.protocol, ({ store }, { workshop }) =>
    protocolOf(store, workshop),
  ),
  setProtocol: inWorkbook(os.workshop.setProtocol, setProtocol, { kind: 'study-changed' }),
})

/** The operations on participants. */
export const participantOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.participant.list, ({ store }, scope) => listProgress(store, scope)),
  add: inWorkbook(os.participant.add, letJoin, ({ workshop, id }) => ({
    kind: 'participant-recorded',
    workshop,
    participant: id,
  })),
})
