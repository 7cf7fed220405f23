import { os, type RouterParts } from '../operation.ts'
import { recordHands } from './record-hands.ts'
import { listRooms, openRoom } from './rooms.ts'

/** The operations on shows of hands. */
export const handsOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.hands.list, ({ store }, { workshop }) => listRooms(store, workshop)),
  open: inWorkbook(os.hands.open, openRoom),
  record: inWorkbook(os.hands.record, recordHands, { kind: 'people-changed' }),
})
