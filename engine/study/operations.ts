import { os, type RouterParts } from '../operation.ts'
import { nameLaptop } from './laptops.ts'
import { findNaming } from './naming.ts'
import { planOf, setPlan } from './plans.ts'
import { readStudy } from './state.ts'
import { lastSent } from './written-files.ts'

const CHANGED = { kind: 'study-changed' } as const

/** The operations on a study as a whole. */
export const studyOperations = ({ inWorkbook, looks }: RouterParts) => ({
  state: inWorkbook(os.study.state, (workbook, { seconds }) => {
    const hidden = looks.underWay(workbook).filter(({ isSeen }) => !isSeen)
    return readStudy(workbook, { seconds, underWay: hidden.map(({ workshop }) => workshop) })
  }),
  plan: inWorkbook(os.study.plan, ({ store }, { workshop }) => planOf(store, workshop)),
  setPlan: inWorkbook(os.study.setPlan, setPlan, CHANGED),
  naming: inWorkbook(os.study.naming, findNaming),
  nameLaptop: inWorkbook(os.study.nameLaptop, nameLaptop, CHANGED),
  sent: inWorkbook(os.study.sent, ({ store }, { workshop }) => lastSent(store, workshop)),
})
