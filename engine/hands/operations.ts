import { os, type RouterParts } from '../operation.ts'
import { checkHands, enterHands } from './enter-hands.ts'
import { recordHands } from './record-hands.ts'
import { listRooms, openRoom } from './rooms.ts'

const PEOPLE_CHANGED = { kind: 'people-changed' } as const

/** The operations on shows of hands. */
export const handsOperations = ({ inWorkbook, permits, readRatings }: RouterParts) => {
  const read = async (workshop: string, permit: string) => {
    const { path, name } = permits.redeem(permit)
    return { workshop, reading: await readRatings(path), name }
  }
  return {
    list: inWorkbook(os.hands.list, ({ store }, { workshop }) => listRooms(store, workshop)),
    open: inWorkbook(os.hands.open, openRoom),
    record: inWorkbook(os.hands.record, recordHands, PEOPLE_CHANGED),
    checkFile: inWorkbook(
      os.hands.checkFile,
      async (workbook, { workshop, file, said, hiddenRows }) =>
        checkHands(workbook, await read(workshop, file), { said, hiddenRows }),
    ),
    loadFile: inWorkbook(
      os.hands.loadFile,
      async (workbook, { workshop, file, by, said, hiddenRows }) =>
        enterHands(workbook, await read(workshop, file), { said, hiddenRows }, by),
      PEOPLE_CHANGED,
    ),
  }
}
