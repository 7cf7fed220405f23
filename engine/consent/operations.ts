import { os, type RouterParts } from '../operation.ts'
import { readInformation, setInformation } from './information.ts'

/** The operations on what people are told, and agree to, before they rate. */
export const consentOperations = ({ inWorkbook }: RouterParts) => ({
  information: inWorkbook(os.consent.information, ({ store }) => readInformation(store)),
  setInformation: inWorkbook(os.consent.setInformation, setInformation, { kind: 'study-changed' }),
})
